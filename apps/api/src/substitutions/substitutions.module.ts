import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { SubstitutionsController } from './substitutions.controller.js';

@Module({ imports: [RegieModule], controllers: [SubstitutionsController] })
export class SubstitutionsModule {}
