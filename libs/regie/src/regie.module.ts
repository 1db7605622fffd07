import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { RemindersModule } from '#reminders';
import { TeamBoardQueries } from './board/team-board.queries.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { PlanActions } from './plan/plan-actions.js';
import { AssignmentsService } from './assignments.service.js';
import { RegisseursQueries } from './regisseurs.queries.js';
import { SubstitutionsQueries } from './substitutions.queries.js';
import { SubstitutionsService } from './substitutions.service.js';
import { WaitingListQueries } from './waiting-list.queries.js';

const services = [
  PlanActions,
  SavedViewsService,
  TeamBoardQueries,
  AssignmentsService,
  RegisseursQueries,
  SubstitutionsService,
  SubstitutionsQueries,
  WaitingListQueries,
];

@Module({
  imports: [HouseholdsModule, RemindersModule],
  providers: services,
  exports: services,
})
export class RegieModule {}
