import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { AssignmentsService } from './assignments.service.js';
import { RegisseursQueries } from './regisseurs.queries.js';
import { WaitingListQueries } from './waiting-list.queries.js';

@Module({
  imports: [HouseholdsModule],
  providers: [AssignmentsService, RegisseursQueries, WaitingListQueries],
  exports: [AssignmentsService, RegisseursQueries, WaitingListQueries],
})
export class RegieModule {}
