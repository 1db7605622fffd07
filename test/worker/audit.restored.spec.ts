import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { Audit, PlatformModule, sealAudit, systemActor, UnitOfWork, verifyAudit } from '#platform';
import { migrateAll } from '../../apps/naast/src/launch/migrations.js';
import { anAuditedDatabase, type AuditedDatabase } from '../support/audited.js';
import { startTestDatabase, type TestDatabase } from '../support/embedded-database.js';
import { specSettings } from '../support/settings.js';

/** A new server counts transactions from a low number, which old lines have had already (docs/decisions/0005-audit-seals.md). */
describe('an audit that was restored on another server', () => {
  let old: AuditedDatabase;
  let server: TestDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    [old, server] = await Promise.all([anAuditedDatabase(), startTestDatabase()]);
    await migrateAll(server.migratorUrl);
    owner = new pg.Client({ connectionString: server.migratorUrl });
    await owner.connect();
    await old.write('on the old server', 'on the old server');
    await useUp(old, 5_000);
    await old.seal();
    await old.write('on the old server, not sealed when the backup was made');
  });
  afterAll(async () => {
    await owner.end();
    await Promise.all([old.close(), server.stop()]);
  });

  it('stays intact and goes on, and a change on either side shows', async () => {
    await restore(old, owner);
    const [{ behind }] = (await owner.query('SELECT pg_current_xact_id() < (SELECT max(until_xact) FROM audit_seal) AS behind')).rows;
    expect(behind).toBe(true);

    const platform = await NestFactory.createApplicationContext(PlatformModule.forApp('spec', specSettings(server.appUrl), []), { logger: false });
    const uow = platform.get(UnitOfWork);
    const write = (action: string) => uow.run(systemActor(old.municipalityId), (tx) => platform.get(Audit).record(tx, { action, subjectKind: 'referral' }));
    const verify = () => uow.run(systemActor('', 'audit.verify'), (tx) => verifyAudit(tx));
    const seal = () => uow.run(systemActor('', 'audit.seal'), sealAudit);

    expect(await verify()).toEqual({ intact: true, seals: 1, events: 2, unsealed: 1 });
    await write('on the new server');
    expect(await verify()).toEqual({ intact: true, seals: 1, events: 2, unsealed: 2 });
    await seal();
    await write('on the new server, later');
    await seal();
    expect(await verify()).toMatchObject({ intact: true, seals: 3, events: 4 });

    const broken = async (change: string, undo: string) => {
      await owner.query(change);
      const verdict = await verify();
      await owner.query(undo);
      return verdict;
    };
    const rename = (from: string, to: string) => `UPDATE audit_event SET action = '${to}' WHERE action = '${from}'`;
    expect(await broken(rename('on the new server', 'x'), rename('x', 'on the new server'))).toMatchObject({ intact: false, seal: 2 });
    expect(await broken(`UPDATE audit_event SET details = '{"x":1}' WHERE action = 'on the old server'`, `UPDATE audit_event SET details = '{}'`)).toMatchObject({ intact: false, seal: 1 });
    expect(await verify()).toMatchObject({ intact: true });
    await platform.close();
  });
});

/** Transactions cost nothing but their number. */
async function useUp({ db }: AuditedDatabase, transactions: number): Promise<void> {
  await db.query(`DO $$ BEGIN FOR i IN 1..${transactions} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$`);
}

/** As pg_dump and pg_restore do: the rows as they are, and the counter of the ids after the last one. */
async function restore({ db }: AuditedDatabase, owner: pg.Client): Promise<void> {
  const tables = [['audit_event', 'OVERRIDING SYSTEM VALUE'], ['audit_seal', '']] as const;
  for (const [table, overriding] of tables) {
    const [row] = await db.query<{ rows: string }>(`SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${table} t`);
    await owner.query(`INSERT INTO ${table} ${overriding} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [row?.rows]);
  }
  await owner.query(`SELECT setval(pg_get_serial_sequence('audit_event', 'id'), (SELECT max(id) FROM audit_event))`);
}
