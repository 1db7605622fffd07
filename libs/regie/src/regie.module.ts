import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { AssignmentsService } from './assignments.service.js';

@Module({ imports: [HouseholdsModule], providers: [AssignmentsService], exports: [AssignmentsService] })
export class RegieModule {}
