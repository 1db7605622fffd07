import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { newId } from '#kernel';
import { actorSettings, SET_ACTOR, systemActor, takePurpose, UnitOfWork } from '#platform';
import { DestructionListsService, DestructionService } from '#privacy';
import { type SpecApi, startApi } from '../support/api.js';
import { aDestructionList, agree, anEndedFamily, readItems, readList } from '../support/ended-families.js';
import { type HouseholdFixture, userId } from '../support/households.js';
import { eventually, startWorker } from '../support/worker.js';
import { Housekeeping } from '../../apps/worker/src/housekeeping/housekeeping.js';

const PURPOSE = 'destruction-item.approved';

describe('carrying out a destruction list', () => {
  let api: SpecApi;
  let families: HouseholdFixture[];
  const workers: INestApplicationContext[] = [];
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    families = [await anEndedFamily(api), await anEndedFamily(api), await anEndedFamily(api)];
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    await api.db.query(`UPDATE household SET state = 'reopened' WHERE ended_at IS NOT NULL`);
  });
  afterAll(() => api.close());

  const aWorker = async (): Promise<INestApplicationContext> => {
    const worker = await startWorker(api.settings);
    workers.push(worker);
    return worker;
  };
  const there = async (): Promise<string[]> => (await api.db.query<{ id: string }>('SELECT id FROM household WHERE id = ANY ($1)', [families.map(({ id }) => id)])).map(({ id }) => id);
  const done = (listId: string) => eventually(() => readList(api, listId), ({ state }) => state === 'done');
  const linesAbout = (family: HouseholdFixture | undefined) => api.db.query<{ action: string }>(`SELECT action FROM audit_event WHERE household_id = $1 AND action = 'household.destroyed'`, [family?.id]);

  /** As a job of the worker speaks to the database, past every service. */
  async function asJob<T>(municipalityId: string, work: (client: pg.Client) => Promise<T>, purpose = PURPOSE): Promise<T> {
    const client = new pg.Client({ connectionString: api.db.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(SET_ACTOR, actorSettings(systemActor(municipalityId), 'on'));
      await client.query(`SELECT set_config('naast.purpose', $1, true)`, [purpose]);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } finally {
      await client.end();
    }
  }

  it('goes record by record, says how far it is, and tells the privacy officers when it is done', async () => {
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await aWorker();
    expect(await done(listId)).toMatchObject({ destroyed: 3, toDestroy: 0, allowedActions: [] });
    expect(await there()).toEqual([]);
    const told = await eventually(() => api.db.query('SELECT kind, link FROM inbox_item WHERE cause = $1', [`destruction-list-done:${listId}`]), (items) => items.length === 2);
    expect(told[0]).toEqual({ kind: 'destruction-list-done', link: `/privacy/vernietiging/${listId}` });
  });

  it('destroys nothing before somebody agreed', async () => {
    const listId = await aDestructionList(api);
    const [item] = await readItems(api, listId);
    const municipalityId = families[0]?.municipalityId ?? '';
    const attempt = asJob(municipalityId, (client) => client.query('SELECT access.destroy_household($1)', [item.id]));
    await expect(attempt).rejects.toThrow('nobody agreed to this list');
    // A job can't agree by itself either.
    const selfMade = asJob(municipalityId, async (client) => client.query(`UPDATE destruction_list SET state = 'approved', approved_by = $2, approved_at = now() WHERE id = $1`,
      [listId, await userId(api.db, 'privacy-officer-2')]));
    await expect(selfMade).rejects.toThrow('only a privacy officer approves');
    expect(await there()).toHaveLength(3);
  });

  it('goes on where a worker stopped halfway, and a record that is gone is not destroyed twice', async () => {
    const listId = await aDestructionList(api);
    await agree(api, listId);
    const [first] = await readItems(api, listId);
    const worker = await NestWithoutAlarms();
    const municipalityId = families[0]?.municipalityId ?? '';
    const carryOut = (itemId: string) => worker.get(UnitOfWork).run(systemActor(municipalityId), async (tx) => {
      await takePurpose(tx, PURPOSE);
      return worker.get(DestructionService).carryOut(tx, itemId);
    });
    await carryOut(first.id);
    expect(await readList(api, listId)).toMatchObject({ state: 'carrying-out', destroyed: 1, toDestroy: 2 });
    expect(await carryOut(first.id)).toBeUndefined();
    expect(await readList(api, listId)).toMatchObject({ destroyed: 1, toDestroy: 2 });
    await api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'destruction-item.approved' AND done_at IS NULL`);
    await aWorker();
    expect(await done(listId)).toMatchObject({ destroyed: 3 });
    for (const family of families) expect(await linesAbout(family)).toHaveLength(1);
  });

  /** The API has the same services and no queue: what a worker did up to the moment it stopped. */
  async function NestWithoutAlarms(): Promise<INestApplicationContext> {
    await api.db.query(`UPDATE outbox SET run_at = now() + interval '1 day' WHERE kind = 'destruction-item.approved' AND done_at IS NULL`);
    return api.app;
  }

  it('half a destruction is none: after an error everything is still there, and it can be tried again', async () => {
    await api.db.query(`CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stumbled' USING ERRCODE = 'P0009'; END $$;
      CREATE TRIGGER stumble BEFORE DELETE ON household FOR EACH ROW EXECUTE FUNCTION stumble()`);
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await aWorker();
    const list = await eventually(() => readList(api, listId), ({ failed }) => failed === 3);
    expect(list).toMatchObject({ state: 'carrying-out', destroyed: 0, allowedActions: ['retry'] });
    expect((await readItems(api, listId))[0]).toMatchObject({ state: 'failed', failureCode: 'P0009', allowedActions: ['keep'] });
    expect(await api.db.query('SELECT FROM household_member WHERE household_id = $1', [families[0]?.id])).toHaveLength(3);
    await api.db.query('DROP TRIGGER stumble ON household; DROP FUNCTION stumble()');
    expect((await api.as('privacy-officer').post(`/v1/destruction-lists/${listId}/retry`, undefined, { version: list.version })).status).toBe(204);
    expect(await done(listId)).toMatchObject({ destroyed: 3, failed: 0 });
  });

  it.each<[string, string, (family: HouseholdFixture) => Promise<unknown>]>([
    ['was reopened in the meantime', 'reopened', ({ id }) => api.db.query(`UPDATE household SET state = 'reopened' WHERE id = $1`, [id])],
    ['was reopened and closed again', 'term-not-over', async ({ id }) => {
      await api.db.query(`UPDATE household SET state = 'reopened' WHERE id = $1`, [id]);
      await api.db.query(`UPDATE household SET state = 'closed' WHERE id = $1`, [id]);
    }],
    ['was put on hold', 'hold', async ({ caseNumber }) => api.as('privacy-officer').post('/v1/legal-holds', { caseNumber, kind: 'objection', reason: 'Er loopt een bezwaar.' })],
    ['was found to be youth help', 'term-not-over', async ({ id, caseNumber }) => {
      await api.db.query(`UPDATE household SET ended_at = now() - interval '12 years' WHERE id = $1`, [id]);
      return api.as('privacy-officer').call('PUT', '/v1/help-kinds', { body: { caseNumber, kinds: ['youth-help'] } });
    }],
    ['belongs to a municipality that chose a longer term', 'term-not-over', async () => {
      await api.db.query(`UPDATE retention_rule SET term_count = 90 WHERE code = 'report-only'`);
    }],
  ])('a record that %s stays, with the reason', async (_what, because, meanwhile) => {
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await meanwhile(families[0]!);
    await aWorker();
    await done(listId);
    await api.db.query(`UPDATE retention_rule SET term_count = 1 WHERE code = 'report-only'`);
    expect(await there()).toContain(families[0]?.id);
    const item = (await readItems(api, listId)).find(({ caseNumber }: { caseNumber: string }) => caseNumber === families[0]?.caseNumber);
    expect(item).toMatchObject({ state: 'kept', keptBecause: because, destroyedAt: null, allowedActions: [] });
    expect(await linesAbout(families[0])).toEqual([]);
  });

  it('two workers share the list and destroy nothing twice', async () => {
    families.push(...(await Promise.all(Array.from({ length: 9 }, () => anEndedFamily(api)))));
    const listId = await aDestructionList(api);
    await Promise.all([aWorker(), aWorker()]);
    await agree(api, listId);
    expect(await done(listId)).toMatchObject({ destroyed: 12, kept: 0, failed: 0 });
    for (const family of families) expect(await linesAbout(family)).toHaveLength(1);
  });

  it('a job in another municipality destroys nothing here', async () => {
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await NestWithoutAlarms();
    const [item] = await readItems(api, listId);
    const [hoogeveen] = await api.db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Hoogeveen'`);
    const attempt = asJob(hoogeveen?.id ?? '', (client) => client.query('SELECT access.destroy_household($1)', [item.id]));
    await expect(attempt).rejects.toThrow('no such item here');
    // Nor does a job here that is for something else.
    for (const purpose of ['reminder.due', 'mail.send', 'housekeeping', 'job']) {
      const other = asJob(families[0]?.municipalityId ?? '', (client) => client.query('SELECT access.destroy_household($1)', [item.id]), purpose);
      await expect(other).rejects.toThrow('only a job destroys');
    }
    expect(await there()).toHaveLength(3);
  });

  it('a person can not call the destruction, whatever their roles, and no role deletes rows of a family', async () => {
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await NestWithoutAlarms();
    const [item] = await readItems(api, listId);
    const client = new pg.Client({ connectionString: api.db.appUrl });
    await client.connect();
    try {
      const officer = { ...systemActor(families[0]?.municipalityId ?? ''), userId: newId(), organisationId: newId(), kind: 'user' as const, roles: ['privacy-officer', 'team-lead', 'regisseur'] as const };
      await client.query('BEGIN');
      await client.query(SET_ACTOR, actorSettings(officer, 'on'));
      await expect(client.query('SELECT access.destroy_household($1)', [item.id])).rejects.toThrow('only a job destroys');
      await client.query('ROLLBACK');
      await expect(client.query(`SELECT retention.erase('household', 'true', '{}')`)).rejects.toThrow('permission denied for schema retention');
      for (const table of ['household', 'household_member', 'legal_basis', 'referral', 'household_event', 'fund_request']) {
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      }
    } finally {
      await client.end();
    }
    expect(await there()).toHaveLength(3);
  });

  it('a child who also lives elsewhere stays there', async () => {
    const elsewhere = await anEndedFamily(api, { endedAt: new Date(Date.now() - 864e5).toISOString() });
    const [mine, other] = [families[0]!.members['Noor'], elsewhere.members['Noor']];
    for (const id of [mine, other]) await api.db.query(`UPDATE household_member SET bsn_index = '\\x0102' WHERE id = $1`, [id]);
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await aWorker();
    await done(listId);
    expect(await api.db.query('SELECT id FROM household_member WHERE id = ANY ($1)', [[mine, other]])).toEqual([{ id: other }]);
  });

  it('the account of a resident ends with their last family, and stays with another', async () => {
    const elsewhere = await anEndedFamily(api, { endedAt: new Date(Date.now() - 864e5).toISOString() });
    const accounts: string[] = [];
    for (const family of [[families[0]!], [families[1]!, elsewhere]]) {
      const id = newId();
      accounts.push(id);
      await api.db.query(`INSERT INTO app_user (id, organisation_id, name, email, subject) SELECT $1::uuid, o.id, 'Fatima Bouzid', 'fatima@voorbeeld.nl', $1::uuid::text FROM organisation o WHERE o.name = 'Inwoners'`, [id]);
      await api.db.query(`INSERT INTO user_role (user_id, municipality_id, role) VALUES ($1, $2, 'resident')`, [id, families[0]?.municipalityId]);
      for (const { members, municipalityId } of family) {
        await api.db.query('INSERT INTO resident_account (user_id, municipality_id, member_id) VALUES ($1, $2, $3)', [id, municipalityId, members['Fatima']]);
      }
    }
    const listId = await aDestructionList(api);
    await agree(api, listId);
    await aWorker();
    await done(listId);
    const left = await api.db.query('SELECT name, email, active, subject = id::text AS signs_in FROM app_user WHERE id = ANY ($1) ORDER BY id', [accounts]);
    expect(left).toEqual([
      { name: 'Oud-inwoner', email: '', active: false, signs_in: false },
      { name: 'Fatima Bouzid', email: 'fatima@voorbeeld.nl', active: true, signs_in: true },
    ]);
    expect(await api.db.query('SELECT FROM user_role WHERE user_id = $1', [accounts[0]])).toEqual([]);
  });

  it('the calendar makes one list a month, however many workers look, and one officer is enough to agree', async () => {
    const worker = await aWorker();
    await Promise.all([worker.get(Housekeeping).tidy(), (await aWorker()).get(Housekeeping).tidy()]);
    const lists = await eventually(() => api.db.query<{ id: string }>('SELECT id FROM destruction_list WHERE month IS NOT NULL'), (found) => found.length > 0);
    expect(lists).toHaveLength(1);
    const uow = worker.get(UnitOfWork);
    expect(await uow.run(systemActor(families[0]?.municipalityId ?? ''), async (tx) => {
      await takePurpose(tx, 'retention.month');
      return worker.get(DestructionListsService).makeOfMonth(tx);
    })).toBeUndefined();
    const list = await readList(api, lists[0]?.id ?? '');
    expect(list).toMatchObject({ madeBy: null, allowedActions: ['approve', 'withdraw'], total: 3 });
    expect(await api.db.query(`SELECT FROM inbox_item WHERE kind = 'destruction-list-ready'`)).toHaveLength(2);
    await api.as('privacy-officer').post(`/v1/destruction-lists/${list.id}/approval`, undefined, { version: list.version });
    expect(await done(list.id)).toMatchObject({ destroyed: 3 });
  });
});

describe('when records may go is reckoned beforehand', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });
  const due = async ({ id }: HouseholdFixture): Promise<string | null> => {
    await worker.get(Housekeeping).tidy();
    return (await api.db.query<{ due: string | null }>('SELECT retention_due_on AS due FROM household WHERE id = $1', [id]))[0]?.due ?? null;
  };

  it('at the end of the case, again after a rule changed, and not for a case that runs', async () => {
    const family = await anEndedFamily(api, { endedAt: '2026-03-01T12:00:00Z' });
    expect(await due(family)).toBe('2027-03-02');
    const { body } = await api.as('privacy-officer').get('/v1/retention-rules');
    const { version } = body.items.find(({ code }: { code: string }) => code === 'report-only');
    await api.as('privacy-officer').call('PATCH', '/v1/retention-rules/report-only', { body: { count: 2, unit: 'years' }, version });
    expect(await due(family)).toBe('2028-03-02');
    await api.as('privacy-officer').call('PUT', '/v1/help-kinds', { body: { caseNumber: family.caseNumber, kinds: ['debt-help'] } });
    expect(await due(family)).toBe('2031-03-02');
    await api.db.query(`UPDATE household SET state = 'reopened' WHERE id = $1`, [family.id]);
    expect(await due(family)).toBeNull();
  });
});

describe('what goes by its own rule', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let municipalityId: string;
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
    municipalityId = (await api.db.query<{ id: string }>(`SELECT id FROM municipality WHERE name = 'Groningen'`))[0]?.id ?? '';
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const anImport = async (daysAgo: number): Promise<string> => {
    const id = newId();
    await api.db.query(`INSERT INTO intake_import (id, municipality_id, imported_by, imported_at, file_name, row_count, taken_rows, refused_rows, new_households, new_members, already_known, refusals, warnings, refused_csv_sealed)
      VALUES ($1, $2, $3, now() - make_interval(days => $4), 'november.csv', 3, 1, 2, 1, 2, 0, '[{"key": "A26-1"}]', '[]', '\\x01')`, [id, municipalityId, await userId(api.db, 'case-worker'), daysAgo]);
    return id;
  };

  it('refused rows of an import go after 30 days, what was counted stays a year', async () => {
    const [fresh, older, oldest] = [await anImport(29), await anImport(31), await anImport(370)];
    await worker.get(Housekeeping).tidy();
    const left = await api.db.query('SELECT id, refused_csv_sealed IS NULL AS emptied, refusals, row_count FROM intake_import WHERE id = ANY ($1) ORDER BY id', [[fresh, older, oldest]]);
    expect(left).toEqual([
      { id: fresh, emptied: false, refusals: [{ key: 'A26-1' }], row_count: 3 },
      { id: older, emptied: true, refusals: [], row_count: 3 },
    ]);
    const answer = await api.as('case-worker').get(`/v1/intake-imports/${older}/refused-rows`);
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toMatch(/gewist/);
  });

  it('a municipality that keeps them longer keeps them longer', async () => {
    const id = await anImport(40);
    const { body } = await api.as('privacy-officer').get('/v1/retention-rules');
    const { version } = body.items.find(({ code }: { code: string }) => code === 'intake-refused-rows');
    expect((await api.as('privacy-officer').call('PATCH', '/v1/retention-rules/intake-refused-rows', { body: { count: 60, unit: 'days' }, version })).status).toBe(200);
    await worker.get(Housekeeping).tidy();
    expect(await api.db.query('SELECT refused_csv_sealed IS NULL AS emptied FROM intake_import WHERE id = $1', [id])).toEqual([{ emptied: false }]);
  });

  it('messages go after a year, work that is done after 30 days, and the log says how many', async () => {
    const person = await userId(api.db, 'regisseur');
    for (const days of [364, 370]) {
      await api.db.query(`INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause, created_at) VALUES ($1, $2, $3, 'reminder-due', 'x', '/', $4, now() - make_interval(days => $5))`,
        [newId(), municipalityId, person, `old:${days}`, days]);
    }
    await worker.get(Housekeeping).tidy();
    expect(await api.db.query(`SELECT cause FROM inbox_item WHERE cause LIKE 'old:%'`)).toEqual([{ cause: 'old:364' }]);
    const [line] = await api.db.query(`SELECT details FROM audit_event WHERE action = 'retention.swept' AND details->>'code' = 'inbox'`);
    expect(line).toEqual({ details: { code: 'inbox', rows: 1 } });
  });
});
