import { type DynamicModule, Global, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Audit } from './audit/audit.js';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { BsnVault } from './crypto/bsn-vault.js';
import { SubjectVault } from './crypto/subject-vault.js';
import { createDataSource } from './database/data-source.js';
import { createReadPool, READ_POOL } from './database/read-pool.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { createLogger, describeError } from './logging/logger.js';
import { Outbox } from './outbox/outbox.js';

export const LOGGER = Symbol('logger');

/** The ground under every room. `entities` are handed in by the app, so that platform knows no room. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly source: DataSource,
    @Inject(READ_POOL) private readonly reads: pg.Pool,
  ) {}

  static forApp(service: string, settings: Settings, entities: EntityTarget<ObjectLiteral>[], clock = new Clock()): DynamicModule {
    const logger = createLogger(settings.LOG_LEVEL, service);
    const lost = (error: Error): void => logger.warn(describeError(error), 'idle database connection lost');
    const open = async (): Promise<DataSource> => createDataSource(settings.DATABASE_URL, entities, settings.DATABASE_POOL, lost).initialize();
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useFactory: open },
        { provide: READ_POOL, useFactory: () => createReadPool(settings.DATABASE_URL, settings.DATABASE_POOL, lost) },
        { provide: BsnVault, useFactory: () => new BsnVault(settings.BSN_KEYS, settings.BSN_INDEX_KEY) },
        { provide: SubjectVault, useFactory: () => new SubjectVault(settings.BSN_KEYS, settings.BSN_INDEX_KEY) },
        { provide: LOGGER, useValue: logger },
        UnitOfWork,
        Audit,
        Outbox,
      ],
      exports: [Settings, Clock, READ_POOL, BsnVault, SubjectVault, LOGGER, UnitOfWork, Audit, Outbox],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reads.end();
    await this.source.destroy();
  }
}
