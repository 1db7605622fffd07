import { Module } from '@nestjs/common';
import { RegieModule } from '#regie';
import { AssignmentsController } from './assignments.controller.js';

@Module({ imports: [RegieModule], controllers: [AssignmentsController] })
export class AssignmentsModule {}
