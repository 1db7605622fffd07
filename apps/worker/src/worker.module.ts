import { type DynamicModule, Module } from '@nestjs/common';
import { FundModule, FundRequest } from '#fund';
import { Household } from '#households';
import { PlatformModule, type Clock, type Settings } from '#platform';
import { BreakGlassModule, PrivacyModule, RetentionModule, RightsModule } from '#privacy';
import { Referral, ReferralsModule } from '#referrals';
import { RegieModule } from '#regie';
import { Reminder, RemindersModule } from '#reminders';
import { AuditSealer } from './audit/audit-sealer.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { OUTBOX_HANDLERS, type OutboxHandler } from './outbox/outbox-handler.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { OutboxRunner } from './outbox/outbox-runner.js';
import { ProcessingLogKeeper } from './processing-log/processing-log-keeper.js';
import { processors } from './processors.js';
import { RecordsCalendar } from './records/records-calendar.js';

/** Every entity that a job touches. */
const entities = [Household, Reminder, Referral, FundRequest];

/** The same house without the doors: it does what outbox rows ask for, and seals the audit. */
@Module({})
export class WorkerModule {
  static forSettings(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forApp('worker', settings, entities, clock), RemindersModule, RegieModule, BreakGlassModule, ReferralsModule, FundModule, PrivacyModule, RetentionModule, RightsModule],
      providers: [
        ...processors,
        { provide: OUTBOX_HANDLERS, useFactory: (...handlers: OutboxHandler[]) => handlers, inject: processors },
        OutboxRunner,
        OutboxRelay,
        AuditSealer,
        ProcessingLogKeeper,
        Housekeeping,
        RecordsCalendar,
      ],
    };
  }
}
