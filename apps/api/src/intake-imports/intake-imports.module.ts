import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { IntakeImportsController } from './intake-imports.controller.js';

@Module({ imports: [HouseholdsModule], controllers: [IntakeImportsController] })
export class IntakeImportsModule {}
