import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { newId } from '#kernel';
import { PlatformModule, sealAudit, SubjectVault, systemActor, UnitOfWork } from '#platform';
import { AUDITED_ACTIONS, ACTIVITY_CODES, workSealIntoLog } from '#privacy';
import { freshDatabase, type SpecDatabase } from '../support/database.js';
import type { HouseholdFixture } from '../support/households.js';
import { aKnownHousehold, catchUp, note, oneRound, processingLog } from '../support/processing-log.js';
import { specSettings } from '../support/settings.js';

let db: SpecDatabase;
let house: INestApplicationContext;
let other: INestApplicationContext;
let family: HouseholdFixture;

const aHouse = (): Promise<INestApplicationContext> => NestFactory.createApplicationContext(PlatformModule.forApp('spec', specSettings(db.appUrl), []), { logger: false });
const members = (): string[] => Object.values(family.members).sort();
const since = async <T>(work: () => Promise<T>): Promise<{ result: T; lines: Awaited<ReturnType<typeof processingLog>> }> => {
  const before = (await processingLog(house, db)).length;
  const result = await work();
  return { result, lines: (await processingLog(house, db)).slice(before) };
};

beforeAll(async () => {
  db = await freshDatabase();
  [house, other] = [await aHouse(), await aHouse()];
  family = await aKnownHousehold(db);
  await catchUp(house);
});
afterAll(async () => {
  await Promise.all([house.close(), other.close()]);
  await db.drop();
});

describe('the processing log', () => {
  it('has a line for each person in the dossier that was read, linked to the audit by the trace of the request', async () => {
    const requestId = newId();
    const { lines } = await since(async () => {
      await note(house, family, {}, requestId);
      await catchUp(house);
    });
    expect(lines.map(({ subject }) => subject).sort()).toEqual(members());
    expect(new Set(lines.map(({ span_id }) => span_id)).size).toBe(3);
    for (const line of lines) expect(line).toMatchObject({ trace_id: requestId.replaceAll('-', ''), operation: 'household.read', code: 'regie' });
    const [event] = await db.query('SELECT request_id FROM audit_event WHERE id = $1', [lines[0]?.audit_event_id]);
    expect(event).toEqual({ request_id: requestId });
  });

  it('names nobody: no employee, no member, no family', async () => {
    const columns = await db.query<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'processing_log'`);
    expect(columns.map(({ name }) => name).filter((name) => /user|organisation|household|member|name/.test(name))).toEqual([]);
    const stored = JSON.stringify(await db.query(`SELECT l::text AS line FROM processing_log l`));
    for (const secret of [...members(), family.id, 'Fatima', 'Bouzid']) expect(stored).not.toContain(secret);
  });

  it('has a line only for whom a partner was shown', async () => {
    const fatima = family.members['Fatima'] ?? '';
    const { lines } = await since(async () => {
      await note(house, family, { action: 'legal-basis.recorded', subjectKind: 'legal-basis', subjectId: newId(), details: { memberId: fatima } });
      await catchUp(house);
    });
    expect(lines).toEqual([expect.objectContaining({ subject: fatima, operation: 'legal-basis.recorded', code: 'records' })]);
  });

  it('leaves out who was not in the family yet', async () => {
    const young = await aKnownHousehold(db);
    await db.query(`UPDATE household_member SET known_since = now() + interval '1 hour' WHERE id = $1`, [young.members['Noor']]);
    const { lines } = await since(async () => {
      await note(house, young);
      await catchUp(house);
    });
    expect(lines).toHaveLength(2);
  });

  it('has every line once when two workers are at it', async () => {
    const { lines } = await since(async () => {
      for (let n = 0; n < 5; n += 1) {
        await note(house, family);
        await house.get(UnitOfWork).run(systemActor('', 'audit.seal'), sealAudit);
      }
      await Promise.all([catchUp(house), catchUp(other), catchUp(house), catchUp(other)]);
      await catchUp(house);
    });
    expect(lines).toHaveLength(15);
    expect(new Set(lines.map(({ span_id }) => span_id)).size).toBe(15);
  });

  it('does not skip a line that is committed late, behind younger ones', async () => {
    const slow = new pg.Client({ connectionString: db.migratorUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(`INSERT INTO audit_event (municipality_id, action, subject_kind, household_id) VALUES ($1, 'canvas.read', 'canvas', $2)`, [family.municipalityId, family.id]);
    const { lines: before } = await since(async () => {
      await note(house, family);
      await oneRound(house);
    });
    const { lines: after } = await since(async () => {
      await slow.query('COMMIT');
      await slow.end();
      await catchUp(house);
    });
    expect([...before, ...after].map(({ operation }) => operation).sort()).toEqual([...Array<string>(3).fill('canvas.read'), ...Array<string>(3).fill('household.read')]);
  });

  it('begins the same part again after a stop halfway, and has nothing twice', async () => {
    await note(house, family);
    await house.get(UnitOfWork).run(systemActor('', 'audit.seal'), sealAudit);
    const { lines: none } = await since(async () => {
      const stopped = house.get(UnitOfWork).run(systemActor('', 'processing-log'), async (tx) => {
        await workSealIntoLog(tx, house.get(SubjectVault));
        throw new Error('the power goes');
      });
      await expect(stopped).rejects.toThrow('the power goes');
    });
    expect(none).toEqual([]);
    expect((await since(() => catchUp(other))).lines).toHaveLength(3);
    expect((await since(() => catchUp(house))).lines).toEqual([]);
  });

  it('can be made anew from the audit, with the same traces and spans', async () => {
    const facts = async () => (await processingLog(house, db)).map(({ trace_id, span_id, operation, subject, code }) => ({ trace_id, span_id, operation, subject, code })).sort((a, b) => a.span_id.localeCompare(b.span_id));
    const before = await facts();
    await db.query('TRUNCATE processing_log');
    await db.query('UPDATE processing_log_progress SET seal = 0');
    await catchUp(house);
    expect(await facts()).toEqual(before);
  });

  it('finds every line of one person, and only with the key', async () => {
    const fatima = family.members['Fatima'] ?? '';
    const all = await processingLog(house, db);
    const found = await db.query('SELECT FROM processing_log WHERE data_subject_index = ANY ($1)', [house.get(SubjectVault).indexesOf(fatima)]);
    expect(found).toHaveLength(all.filter(({ subject }) => subject === fatima).length);
    const other = new SubjectVault(`k:${Buffer.alloc(32, 99).toString('base64')}`, Buffer.alloc(32, 99).toString('base64'));
    expect(await db.query('SELECT FROM processing_log WHERE data_subject_index = ANY ($1)', [other.indexesOf(fatima)])).toEqual([]);
  });

  it('has in every municipality a register with a line for each reason there is', async () => {
    await db.query(`INSERT INTO municipality (id, code, name) VALUES ($1, 'GM9999', 'Nieuwstad')`, [newId()]);
    const registers = await db.query<{ codes: string[] }>(`SELECT array_agg(code ORDER BY code) AS codes FROM processing_activity GROUP BY municipality_id`);
    expect(registers.length).toBeGreaterThanOrEqual(3);
    for (const { codes } of registers) expect(codes).toEqual([...ACTIVITY_CODES].sort());
    for (const { activity } of Object.values(AUDITED_ACTIONS)) expect(ACTIVITY_CODES).toContain(activity);
  });
});
