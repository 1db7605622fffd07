import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { FamilyPlanController } from './family-plan.controller.js';
import { PlanActionsController } from './plan-actions.controller.js';
import { PlanGoalsController } from './plan-goals.controller.js';

@Module({ imports: [RegieModule], controllers: [FamilyPlanController, PlanGoalsController, PlanActionsController] })
export class FamilyPlansModule {}
