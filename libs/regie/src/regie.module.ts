import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { AssignmentsService } from './assignments.service.js';
import { RegisseursQueries } from './regisseurs.queries.js';
import { SubstitutionsQueries } from './substitutions.queries.js';
import { SubstitutionsService } from './substitutions.service.js';
import { WaitingListQueries } from './waiting-list.queries.js';

const services = [
  AssignmentsService,
  RegisseursQueries,
  SubstitutionsService,
  SubstitutionsQueries,
  WaitingListQueries,
];

@Module({
  imports: [HouseholdsModule],
  providers: services,
  exports: services,
})
export class RegieModule {}
