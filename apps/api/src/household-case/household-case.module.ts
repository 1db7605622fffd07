import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { EscalationsController } from './escalations.controller.js';
import { HouseholdCaseController } from './household-case.controller.js';

@Module({ imports: [RegieModule], controllers: [HouseholdCaseController, EscalationsController] })
export class HouseholdCaseModule {}
