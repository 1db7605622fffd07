import { type DynamicModule, Module } from '@nestjs/common';
import { HouseholdsModule } from '#households';
import { PlatformModule, type Clock, type Settings } from '#platform';
import { Reminder, RemindersModule } from '#reminders';
import { AuditSealer } from './audit/audit-sealer.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { OUTBOX_HANDLERS, type OutboxHandler } from './outbox/outbox-handler.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { OutboxRunner } from './outbox/outbox-runner.js';
import { processors } from './processors.js';

/** The same house without the doors: it does what outbox rows ask for, and seals the audit. */
@Module({})
export class WorkerModule {
  static forSettings(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forApp('worker', settings, [Reminder], clock), HouseholdsModule, RemindersModule],
      providers: [
        ...processors,
        { provide: OUTBOX_HANDLERS, useFactory: (...handlers: OutboxHandler[]) => handlers, inject: processors },
        OutboxRunner,
        OutboxRelay,
        AuditSealer,
        Housekeeping,
      ],
    };
  }
}
