import { AssignmentNewsProcessor } from './assignments/assignment-news.processor.js';
import { BsnTooOftenProcessor } from './bsn/bsn-too-often.processor.js';
import { HandoverDueProcessor } from './assignments/handover-due.processor.js';
import { HandoverNewsProcessor } from './assignments/handover-news.processor.js';
import { SubstitutionNewsProcessor } from './assignments/substitution-news.processor.js';
import { CaseNewsProcessor } from './case/case-news.processor.js';
import { FundNewsProcessor } from './fund/fund-news.processor.js';
import { LifeEventsProcessor } from './life-events/life-events.processor.js';
import { MailProcessor } from './mail/mail.processor.js';
import { NetworkNewsProcessor } from './network/network-news.processor.js';
import { RecordEndsProcessor } from './records/record-ends.processor.js';
import { RecordNewsProcessor } from './records/record-news.processor.js';
import { RecordsSweepProcessor } from './records/records-sweep.processor.js';
import { AgreementProcessor } from './privacy/agreement.processor.js';
import { BreakGlassProcessor } from './privacy/break-glass.processor.js';
import { CaseReviewNewsProcessor } from './privacy/case-review-news.processor.js';
import { MeetingNewsProcessor } from './privacy/meeting-news.processor.js';
import { ReferralAnswerDueProcessor } from './referrals/referral-answer-due.processor.js';
import { ReferralNewsProcessor } from './referrals/referral-news.processor.js';
import { ReminderDueProcessor } from './reminders/reminder-due.processor.js';
import { DestructionProcessor } from './retention/destruction.processor.js';
import { RightsExportProcessor } from './rights/rights-export.processor.js';
import { RightsRequestProcessor } from './rights/rights-request.processor.js';
import { RetentionMonthProcessor } from './retention/retention-month.processor.js';
import { HomeVisitDueProcessor } from './waiting/home-visit-due.processor.js';
import { WaitingListCountProcessor } from './waiting/waiting-list-count.processor.js';

/** Everything that an outbox row can ask for. */
export const processors = [
  ReminderDueProcessor,
  MailProcessor,
  AssignmentNewsProcessor,
  CaseNewsProcessor,
  NetworkNewsProcessor,
  HandoverNewsProcessor,
  HandoverDueProcessor,
  ReferralNewsProcessor,
  ReferralAnswerDueProcessor,
  RecordNewsProcessor,
  RecordEndsProcessor,
  RecordsSweepProcessor,
  LifeEventsProcessor,
  BreakGlassProcessor,
  AgreementProcessor,
  CaseReviewNewsProcessor,
  MeetingNewsProcessor,
  SubstitutionNewsProcessor,
  FundNewsProcessor,
  BsnTooOftenProcessor,
  DestructionProcessor,
  RetentionMonthProcessor,
  RightsRequestProcessor,
  RightsExportProcessor,
  WaitingListCountProcessor,
  HomeVisitDueProcessor,
];
