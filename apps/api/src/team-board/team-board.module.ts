import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { TeamBoardController } from './team-board.controller.js';

@Module({ imports: [RegieModule], controllers: [TeamBoardController] })
export class TeamBoardModule {}
