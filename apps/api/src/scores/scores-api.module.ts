import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { ScoreScalesController } from './score-scales.controller.js';
import { ScoresController } from './scores.controller.js';

@Module({ imports: [RegieModule], controllers: [ScoresController, ScoreScalesController] })
export class ScoresApiModule {}
