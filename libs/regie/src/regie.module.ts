import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { RemindersModule } from '#reminders';
import { TeamBoardQueries } from './board/team-board.queries.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { PlanActions } from './plan/plan-actions.js';
import { ContactDraftsService } from './contacts/contact-drafts.service.js';
import { ContactNotesQueries } from './contacts/contact-notes.queries.js';
import { ContactNotesService } from './contacts/contact-notes.service.js';
import { TimelineQueries } from './contacts/timeline.queries.js';
import { MeetingsQueries } from './meetings/meetings.queries.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { AssignmentsService } from './assignments.service.js';
import { CaseloadGate } from './caseload/caseload-gate.js';
import { CaseloadMoveService } from './caseload/caseload-move.service.js';
import { CaseloadOfQueries } from './caseload/caseload-of.queries.js';
import { HandoverLadder } from './handover/handover-ladder.service.js';
import { HandoverPlanner } from './handover/handover-planner.js';
import { HandoverTalkService } from './handover/handover-talk.service.js';
import { HandoverQueries } from './handover/handover.queries.js';
import { HandoversService } from './handover/handovers.service.js';
import { RegisseursQueries } from './regisseurs.queries.js';
import { SubstitutionsQueries } from './substitutions.queries.js';
import { SubstitutionsService } from './substitutions.service.js';
import { WaitingListQueries } from './waiting-list.queries.js';

const services = [
  PlanActions,
  ContactNotesService,
  ContactNotesQueries,
  ContactDraftsService,
  TimelineQueries,
  MeetingsService,
  MeetingsQueries,
  SavedViewsService,
  TeamBoardQueries,
  CaseloadGate,
  CaseloadMoveService,
  CaseloadOfQueries,
  HandoverLadder,
  HandoverPlanner,
  HandoverQueries,
  HandoversService,
  HandoverTalkService,
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
