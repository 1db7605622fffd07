import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { newId } from '#kernel';
import { systemActor, UnitOfWork } from '#platform';
import { OUTBOX_HANDLERS, type OutboxHandler } from '../../apps/worker/src/outbox/outbox-handler.js';
import { OutboxRunner } from '../../apps/worker/src/outbox/outbox-runner.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { aFund, aSubmitted } from '../support/funds.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { type SpecApi, startApi } from '../support/api.js';
import { MAY_CHANGE, NEWS } from './support/purposes.js';
import { type RowMaker, rowMaker } from './support/rows.js';

/** The worker without what it does by itself: only the handlers, each called by hand. */
async function handlersOf({ settings }: SpecApi): Promise<{ house: INestApplicationContext; handlers: OutboxHandler[] }> {
  const worker = WorkerModule.forSettings(settings);
  const quiet = (worker.providers ?? []).filter((provider) => typeof provider !== 'function' || !startsByItself(provider.prototype as object));
  const house = await NestFactory.createApplicationContext({ ...worker, providers: quiet } satisfies DynamicModule, { logger: false });
  return { house, handlers: house.get<OutboxHandler[]>(OUTBOX_HANDLERS) };
}

const startsByItself = (prototype: object): boolean => ['onApplicationBootstrap', 'onModuleInit'].some((name) => name in prototype);

/** Table → a fingerprint of its rows in this municipality; of tables without one, of all rows. */
async function standOf({ db }: SpecApi, municipalityId?: string): Promise<Map<string, string>> {
  const tables = await db.query<{ name: string; bound: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'municipality_id') AS bound
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname NOT IN ('migrations', 'session')`);
  const stand = new Map<string, string>();
  for (const { name, bound } of tables) {
    const here = bound && municipalityId ? `WHERE t.municipality_id = '${municipalityId}'` : '';
    const [row] = await db.query<{ print: string }>(`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${name} t ${here}`);
    stand.set(name, row?.print ?? '');
  }
  return stand;
}

const differences = (before: Map<string, string>, after: Map<string, string>): string[] => [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name).sort();

let api: SpecApi;
let house: INestApplicationContext;
let kinds: string[];
let rows: RowMaker;
let family: HouseholdFixture;
/** Whatever a job asks for: the id of something of a family in Groningen. */
let payload: Record<string, string>;
let elsewhere: string;

async function payloadOf(home: HouseholdFixture): Promise<Record<string, string>> {
  const bank = await organisationId(api.db, 'Groningse Kredietbank');
  const referral = await aReferral(api, home, bank);
  const request = await aSubmitted(api, { fundId: (await aFund(api.db)).id });
  rows = await rowMaker(api.db);
  const row = (table: string, parents: Record<string, string> = {}): Promise<string> => rows.rowOf(home, table, parents);
  const listId = await row('destruction_list');
  const rightsRequestId = await row('rights_request');
  return {
    referralId: referral.id, basisId: referral.basisIds[0] ?? '', recordId: referral.basisIds[0] ?? '', fundRequestId: request.id, assignmentId: home.assignmentId ?? '',
    householdId: home.id, memberId: home.members['Noor'] ?? '', userId: await userId(api.db, 'regisseur'), reminderId: await row('reminder'), inboxItemId: await row('inbox_item'),
    agreementId: await row('data_sharing_agreement'), meetingId: await row('coordination_meeting'), breakGlassId: await row('break_glass'), substitutionId: await row('substitution'),
    itemId: await row('destruction_item', { destruction_list: listId }), listId, rightsRequestId, exportId: await row('rights_export', { rights_request: rightsRequestId }),
    handoverId: await row('handover'), escalationId: await row('escalation'), changeId: await row('case_change'), rung: '0',
    version: '1', step: 'tell-regisseur', code: 'wgs', birthday: '12', hour: '2026-11-22T21', answerBy: '2026-12-01', validUntil: '2030-01-01', round: '1', categories: 'name', on: '2026-11-22',
  };
}

beforeAll(async () => {
  api = await startApi();
  const worker = await handlersOf(api);
  house = worker.house;
  kinds = worker.handlers.flatMap((handler) => handler.kinds);
  family = await aHousehold(api.db, { name: 'Familie Zilvervos' });
  const [other] = await api.db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Hoogeveen'`);
  elsewhere = other?.id ?? '';
  await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
  payload = await payloadOf(family);
  await rows.onceAgain();
});
afterAll(async () => {
  await rows.close();
  await house.close();
  await api.close();
});

/** As the alarm does: the row says what for, and in which municipality. What fails is put off, and has done nothing. */
async function ring(municipalityId: string, kind: string): Promise<void> {
  const outboxId = newId();
  await api.db.query('INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, $3, $4, now())', [outboxId, municipalityId, kind, JSON.stringify(payload)]);
  await house.get(OutboxRunner).run({ outboxId, municipalityId });
}

describe('a job', () => {
  it('has a purpose that says what it may change: a new kind without one fails', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(MAY_CHANGE).toSorted());
    process.stdout.write(`kinds of jobs: ${kinds.length}\n`);
  });

  it('of one municipality touches nothing of another, whatever ids it is given', async () => {
    for (const kind of kinds) {
      const before = await standOf(api, family.municipalityId);
      await ring(elsewhere, kind);
      expect({ kind, changed: differences(before, await standOf(api, family.municipalityId)).filter((name) => name !== 'idempotency_key') }).toEqual({ kind, changed: [] });
    }
  });

  it('tells nobody of another municipality about it', async () => {
    const told = await api.db.query<{ text: string }>(`SELECT t::text AS text FROM inbox_item t WHERE municipality_id = $1 UNION ALL SELECT t::text FROM reminder t WHERE municipality_id = $1`, [elsewhere]);
    const ids = Object.values(payload).filter((value) => value.length === 36 && value !== payload['userId']);
    expect(told.filter(({ text }) => [...ids, 'Zilvervos'].some((id) => text.includes(id)))).toEqual([]);
  });

  it('changes what belongs to its purpose and nothing else', async () => {
    const tooMuch: string[] = [];
    for (const kind of kinds) {
      const before = await standOf(api);
      await ring(family.municipalityId, kind);
      const changed = differences(before, await standOf(api)).filter((name) => !NEWS.includes(name));
      const strange = changed.filter((name) => !MAY_CHANGE[kind]?.includes(name));
      if (strange.length > 0) tooMuch.push(`${kind} changed ${strange.join(', ')}`);
    }
    expect(tooMuch).toEqual([]);
    // Else the jobs did nothing here because they failed on rows that make no sense.
    const done = await api.db.query<{ kind: string }>('SELECT DISTINCT kind FROM outbox WHERE done_at IS NOT NULL AND municipality_id = $1', [family.municipalityId]);
    const failed = kinds.filter((kind) => !done.some((row) => row.kind === kind));
    expect(failed.length).toBeLessThan(kinds.length / 10);
  });

  it('sees no other municipality, and without one nothing at all', async () => {
    const count = (municipalityId: string): Promise<number[]> => house.get(UnitOfWork).run(systemActor(municipalityId), async (tx) => {
      const found: number[] = [];
      for (const table of ['household', 'household_member', 'referral', 'legal_basis', 'fund_request', 'reminder']) found.push((await tx.query(`SELECT FROM ${table} WHERE municipality_id = $1`, [family.municipalityId])).length);
      return found;
    });
    expect(await count(elsewhere)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await count('')).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await count(family.municipalityId)).every((rowsSeen) => rowsSeen > 0)).toBe(true);
  });

  it('gives nobody a role, opens no dossier, judges nothing and reveals no BSN', async () => {
    const refused = async (text: string): Promise<string> =>
      house.get(UnitOfWork).run(systemActor(family.municipalityId), async (tx) => `did it, ${(await tx.query(text)).length} rows`)
        .catch((error: { code?: string; driverError?: { code?: string } }) => error.driverError?.code ?? error.code ?? 'refused');
    const person = payload['userId'];
    for (const text of [
      `INSERT INTO user_role (user_id, municipality_id, role) VALUES ('${person}', '${family.municipalityId}', 'decision-maker')`,
      `INSERT INTO household_access (user_id, household_id, municipality_id, reason) VALUES ('${person}', '${family.id}', '${family.municipalityId}', 'intake')`,
      'UPDATE municipality SET settings = NULL',
      `UPDATE destruction_list SET approved_by = '${person}' WHERE id = '${payload['listId']}'`,
      'SELECT bsn_sealed FROM household_member',
    ]) expect({ text, answer: await refused(text) }).toEqual({ text, answer: '42501' });
    expect(await refused(`SELECT * FROM access.reveal_bsn('${family.id}', '${payload['memberId']}', 'application', NULL)`)).toBe('did it, 0 rows');
  });
});
