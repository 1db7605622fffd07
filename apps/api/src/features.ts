import { Canvas } from '#doorbraak';
import { CommitteeAdvice, FundDecision, FundRequest, FundSuspension, LedgerLine } from '#fund';
import { Household, HouseholdMember } from '#households';
import { LegalBasis } from '#privacy';
import { Referral } from '#referrals';
import { RegisseurAssignment } from '#regie';
import { Reminder } from '#reminders';
import { AccessLogModule } from './access-log/access-log.module.js';
import { AuditLogModule } from './audit-log/audit-log.module.js';
import { ProcessingActivitiesModule } from './processing-activities/processing-activities.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { BsnApiModule } from './bsn/bsn.module.js';
import { BreakGlassApiModule } from './break-glass/break-glass-api.module.js';
import { CaseloadsApiModule } from './caseloads/caseloads.module.js';
import { ContactsApiModule } from './contacts/contacts.module.js';
import { TimelineApiModule } from './timeline/timeline.module.js';
import { CaseReviewsApiModule } from './case-reviews/case-reviews.module.js';
import { MeetingsApiModule } from './meetings/meetings.module.js';
import { CanvasesModule } from './canvases/canvases.module.js';
import { DataSharingAgreementsModule } from './data-sharing-agreements/data-sharing-agreements.module.js';
import { FamilyPlansModule } from './family-plans/family-plans.module.js';
import { EarlySignalsModule } from './early-signals/early-signals.module.js';
import { FundRequestsModule } from './fund-requests/fund-requests.module.js';
import { FundsModule } from './funds/funds.module.js';
import { DestructionListsApiModule } from './destruction-lists/destruction-lists.module.js';
import { HandoversApiModule } from './handovers/handovers.module.js';
import { HealthModule } from './health/health.module.js';
import { HouseholdCaseModule } from './household-case/household-case.module.js';
import { HouseholdMergesModule } from './household-merges/household-merges.module.js';
import { HouseholdSearchesModule } from './household-searches/household-searches.module.js';
import { HouseholdsApiModule } from './households/households-api.module.js';
import { InboxApiModule } from './inbox/inbox.module.js';
import { IntakeImportsModule } from './intake-imports/intake-imports.module.js';
import { LegalBasesModule } from './legal-bases/legal-bases.module.js';
import { LifeEventsApiModule } from './life-events/life-events-api.module.js';
import { MeModule } from './me/me.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { OrganisationsApiModule } from './organisations/organisations-api.module.js';
import { RecordsApiModule } from './records/records.module.js';
import { ReferralsApiModule } from './referrals/referrals-api.module.js';
import { RegisseursModule } from './regisseurs/regisseurs.module.js';
import { RemindersApiModule } from './reminders/reminders.module.js';
import { RetentionApiModule } from './retention/retention-api.module.js';
import { RightsRequestsApiModule } from './rights-requests/rights-requests-api.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { MembersApiModule } from './members/members-api.module.js';
import { NetworkApiModule } from './network/network-api.module.js';
import { ScoresApiModule } from './scores/scores-api.module.js';
import { SharingApiModule } from './sharing/sharing-api.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SpaModule } from './spa/spa.module.js';
import { SubstitutionsModule } from './substitutions/substitutions.module.js';
import { TeamBoardModule } from './team-board/team-board.module.js';
import { TodayModule } from './today/today.module.js';
import { WaitingListModule } from './waiting-list/waiting-list.module.js';

/** Every feature that has routes. The web app comes last: it answers what no other route knows. */
export const features = [
  SignInModule,
  MeModule,
  HouseholdSearchesModule,
  HouseholdMergesModule,
  HouseholdCaseModule,
  HouseholdsApiModule,
  MembersApiModule,
  NetworkApiModule,
  BsnApiModule,
  IntakeImportsModule,
  WaitingListModule,
  EarlySignalsModule,
  AssignmentsModule,
  HandoversApiModule,
  CaseloadsApiModule,
  ScoresApiModule,
  LifeEventsApiModule,
  SubstitutionsModule,
  BreakGlassApiModule,
  RegisseursModule, FamilyPlansModule,
  SavedViewsModule,
  TeamBoardModule,
  OrganisationsApiModule,
  LegalBasesModule,
  RecordsApiModule,
  SharingApiModule,
  ContactsApiModule,
  TimelineApiModule,
  MeetingsApiModule,
  CaseReviewsApiModule,
  DataSharingAgreementsModule,
  ReferralsApiModule,
  CanvasesModule,
  FundRequestsModule,
  FundsModule,
  RemindersApiModule,
  InboxApiModule,
  TodayModule,
  RetentionApiModule,
  DestructionListsApiModule,
  RightsRequestsApiModule,
  AccessLogModule,
  AuditLogModule,
  ProcessingActivitiesModule,
  HealthModule,
  OpenApiModule,
  SpaModule,
];

/** Every entity that a service writes. */
export const entities = [
  Household,
  HouseholdMember,
  RegisseurAssignment,
  LegalBasis,
  Referral,
  Canvas,
  FundRequest,
  FundSuspension,
  CommitteeAdvice,
  FundDecision,
  LedgerLine,
  Reminder,
];
