import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { newId } from '#kernel';
import { type Anchor, Audit, PlatformModule, type Seal, sealAudit, systemActor, type AuditVerdict, UnitOfWork, verifyAudit } from '#platform';
import { freshDatabase, type SpecDatabase } from './database.js';
import { specSettings } from './settings.js';

/** A database of its own with an audit in it that can be tampered with. */
export interface AuditedDatabase {
  readonly db: SpecDatabase;
  readonly uow: UnitOfWork;
  readonly municipalityId: string;
  /** One audited change per action; resolves when it stands. */
  write(...actions: string[]): Promise<void>;
  seal(): Promise<Seal | undefined>;
  /** As `naast verify-audit` does. */
  verify(anchor?: Anchor): Promise<AuditVerdict>;
  close(): Promise<void>;
}

export async function anAuditedDatabase(): Promise<AuditedDatabase> {
  const db = await freshDatabase();
  const platform = await NestFactory.createApplicationContext(PlatformModule.forApp('spec', specSettings(db.appUrl), []), { logger: false });
  const uow = platform.get(UnitOfWork);
  const [municipality] = await db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Groningen'`);
  const municipalityId = municipality?.id ?? '';
  const write = async (...actions: string[]) => {
    for (const action of actions) await uow.run(systemActor(municipalityId), (tx) => platform.get(Audit).record(tx, { action, subjectKind: 'referral', subjectId: newId() }));
  };
  const seal = () => uow.run(systemActor('', 'audit.seal'), sealAudit);
  const verify = (anchor?: Anchor) => uow.run(systemActor('', 'audit.verify'), (tx) => verifyAudit(tx, anchor));
  return { db, uow, municipalityId, write, seal, verify, close: () => close(platform, db) };
}

async function close(platform: INestApplicationContext, db: SpecDatabase): Promise<void> {
  await platform.close();
  await db.drop();
}

/** A writer that stays in its transaction until it is told to commit. */
export async function aSlowWriter({ db, municipalityId }: AuditedDatabase): Promise<{ commit(): Promise<void> }> {
  const client = new pg.Client({ connectionString: db.migratorUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(`INSERT INTO audit_event (municipality_id, action, subject_kind) VALUES ($1, 'slow.write', 'referral')`, [municipalityId]);
  return {
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}
