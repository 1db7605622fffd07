import { Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { RemindersModule } from '#reminders';
import { TeamBoardQueries } from './board/team-board.queries.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { FamilyPlanQueries } from './plan/family-plan.queries.js';
import { PlanActionListService } from './plan/plan-action-list.service.js';
import { PlanActions } from './plan/plan-actions.js';
import { PlanAgreementsService } from './plan/plan-agreements.service.js';
import { PlanGoalsService } from './plan/plan-goals.service.js';
import { PlanPhasesService } from './plan/plan-phases.service.js';
import { PlanSchemesService } from './plan/plan-schemes.service.js';
import { ContactDraftsService } from './contacts/contact-drafts.service.js';
import { ContactNotesQueries } from './contacts/contact-notes.queries.js';
import { ContactNotesService } from './contacts/contact-notes.service.js';
import { TimelineQueries } from './contacts/timeline.queries.js';
import { CaseReviewsQueries } from './case-reviews/case-reviews.queries.js';
import { CaseReviewsService } from './case-reviews/case-reviews.service.js';
import { MeetingQueries } from './meetings/meeting.queries.js';
import { MeetingMinutesService } from './meetings/meeting-minutes.service.js';
import { MeetingReminders } from './meetings/meeting-reminders.js';
import { OwnMeetingsQueries } from './meetings/own-meetings.queries.js';
import { MeetingsQueries } from './meetings/meetings.queries.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { ChecklistActions } from './life-events/checklist-actions.service.js';
import { LifeEventsQueries } from './life-events/life-events.queries.js';
import { LifeEventsService } from './life-events/life-events.service.js';
import { Turning18Service } from './life-events/turning-18.service.js';
import { ScoreScalesService } from './scores/score-scales.service.js';
import { ScoresQueries } from './scores/scores.queries.js';
import { ScoresService } from './scores/scores.service.js';
import { AftercareService } from './case/aftercare.service.js';
import { CaseMoves } from './case/case-moves.service.js';
import { CaseQueries } from './case/case.queries.js';
import { CaseStepsService } from './case/case-steps.service.js';
import { ClosuresService } from './case/closures.service.js';
import { EscalationLadder } from './case/escalation-ladder.service.js';
import { EscalationsQueries } from './case/escalations.queries.js';
import { EscalationsService } from './case/escalations.service.js';
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
import { SignalCasesService } from './signals/signal-cases.service.js';
import { SignalImportsQueries } from './signals/signal-imports.queries.js';
import { SignalImportsService } from './signals/signal-imports.service.js';
import { SignalsQueries } from './signals/signals.queries.js';
import { VisitorsQueries } from './signals/visitors.queries.js';
import { WaitingDays } from './waiting/waiting-days.service.js';
import { WaitingFamilyQueries } from './waiting/waiting-family.queries.js';
import { WaitingListQueries } from './waiting/waiting-list.queries.js';
import { WaitingListService } from './waiting/waiting-list.service.js';
import { WaitingTrendQueries } from './waiting/waiting-trend.queries.js';

const services = [
  FamilyPlanQueries,
  PlanActionListService,
  PlanActions,
  ChecklistActions,
  LifeEventsService,
  LifeEventsQueries,
  Turning18Service,
  ScoreScalesService,
  ScoresService,
  ScoresQueries,
  PlanAgreementsService,
  PlanGoalsService,
  PlanPhasesService,
  PlanSchemesService,
  ContactNotesService,
  ContactNotesQueries,
  ContactDraftsService,
  TimelineQueries,
  MeetingsService,
  MeetingQueries,
  MeetingMinutesService,
  MeetingReminders,
  OwnMeetingsQueries,
  CaseReviewsService,
  CaseReviewsQueries,
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
  CaseMoves,
  CaseStepsService,
  AftercareService,
  ClosuresService,
  EscalationsService,
  EscalationLadder,
  CaseQueries,
  EscalationsQueries,
  AssignmentsService,
  RegisseursQueries,
  SubstitutionsService,
  SubstitutionsQueries,
  WaitingListQueries,
  WaitingFamilyQueries,
  WaitingListService,
  WaitingDays,
  WaitingTrendQueries,
  SignalCasesService,
  SignalImportsQueries,
  SignalImportsService,
  SignalsQueries,
  VisitorsQueries,
];

@Module({
  imports: [HouseholdsModule, RemindersModule],
  providers: services,
  exports: services,
})
export class RegieModule {}
