import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { BsnVault, systemActor, UnitOfWork, verifyAudit } from '#platform';
import { type SpecApi, startApi } from '../support/api.js';
import { fillEverywhere, TRACE, tablesOfFamily, whereIs } from '../support/family-everywhere.js';
import { aFund } from '../support/funds.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { aReport } from '../support/reports.js';
import { eventually, startWorker } from '../support/worker.js';

const BSN = '999990019';
const PERSON = { firstName: 'Zwaantje', lastName: TRACE, birthDate: '1971-03-04' };
const STILL_SAYS_IT_HAPPENED = ['audit_event', 'destruction_item'];

describe('a family whose term is over is really gone', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let family: HouseholdFixture;
  let neighbours: HouseholdFixture;
  let tables: string[];
  let ids: string[];
  let before: Record<string, number>;
  let listId: string;

  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db, {
      regisseur: null, teamOf: 'team-lead', name: `Familie ${TRACE}`,
      members: [{ role: 'main', ...PERSON, phone: '0611998877', email: 'zwaantje@voorbeeld.nl' }, { role: 'child', firstName: 'Siebrand', lastName: TRACE, birthDate: '1990-02-03' }],
    });
    neighbours = await aHousehold(api.db, { name: 'Familie Blijft' });
    await aFund(api.db);
    tables = await fillEverywhere(api.db, family);
    await fillEverywhere(api.db, neighbours, 'Blijftgewoon');
    before = await rowsOfNeighbours();
    ids = await idsOf();
    const sealed = vault().seal(BSN);
    await api.db.query('UPDATE household_member SET bsn_sealed = $2, bsn_index = $3 WHERE household_id = $1 AND role = \'main\'', [family.id, sealed.sealed, sealed.index]);
    await api.db.query(`UPDATE household SET state = 'closed', ended_at = '1995-06-01', postcode = '9799ZZ', city = '${TRACE}', retention_kinds = '{youth-help}' WHERE id = $1`, [family.id]);
    await leaveTraces();
  });
  afterAll(async () => {
    await worker?.close();
    await api.close();
  });

  const vault = () => api.app.get(BsnVault);

  /** How many rows of each table are of the neighbours, who are in the same municipality, with the same organisations and people. */
  async function rowsOfNeighbours(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await api.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} AS t WHERE t::text LIKE '%${neighbours.id}%' OR t::text LIKE '%Blijftgewoon%'`);
      counts[table] = row?.n ?? 0;
    }
    return counts;
  }

  /** Every id that a row of this family has for itself. */
  async function idsOf(): Promise<string[]> {
    const found = [family.id, ...Object.values(family.members)];
    for (const table of tables) {
      if (table === 'ledger_entry') continue;
      const [has] = await api.db.query(`SELECT FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'id' AND atttypid = 'uuid'::regtype`, [table]);
      if (has) found.push(...(await api.db.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${table}::text LIKE '%${family.id}%' OR ${table}::text LIKE '%${TRACE}%'`)).map(({ id }) => id));
    }
    return found;
  }

  /** What lies beside the family and mentions it: messages, work that is done, a kept answer, a line in the log. */
  async function leaveTraces(): Promise<void> {
    const officer = await userId(api.db, 'privacy-officer');
    const [, member] = ids;
    await api.db.query(`INSERT INTO inbox_item (id, municipality_id, user_id, kind, text, link, cause) VALUES ($1, $2, $3, 'reminder-due', 'Je hebt een herinnering.', $4, $5)`,
      [newId(), family.municipalityId, officer, `/gezinnen/${family.id}`, `reminder:${member}`]);
    await api.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at, dedupe_key, done_at) VALUES ($1, $2, 'reminder.due', $3, now(), $4, now())`,
      [newId(), family.municipalityId, JSON.stringify({ reminderId: member }), `reminder:${member}`]);
    await api.db.query(`INSERT INTO idempotency_key (user_id, key, request_hash, status, body) VALUES ($1, 'kept', '\\x00', 201, $2)`, [officer, JSON.stringify({ id: family.id, name: TRACE })]);
    await api.db.query(`INSERT INTO audit_event (municipality_id, user_id, action, subject_kind, subject_id, household_id) VALUES ($1, $2, 'dossier.read', 'household', $3, $3)`,
      [family.municipalityId, officer, family.id]);
  }

  it('has a row in every table that points at a family, or the rest would prove nothing', async () => {
    expect(tables).toEqual(expect.arrayContaining(['household_member', 'household_event', 'referral_share', 'fund_request', 'ledger_entry', 'reminder', 'legal_hold', 'break_glass', 'meeting_share', 'resident_account']));
    expect(await whereIs(api.db, TRACE)).toEqual(expect.arrayContaining(['household', 'household_member', 'idempotency_key']));
    process.stdout.write(`tables of a family: ${(await tablesOfFamily(api.db)).length}, ids searched: ${ids.length}\n`);
  });

  it('comes on the list with its number and its days, without a name', async () => {
    const { status, body } = await api.as('privacy-officer').post('/v1/destruction-lists');
    expect(status).toBe(201);
    listId = body.id;
    const { body: page } = await api.as('privacy-officer').get(`/v1/destruction-lists/${listId}/items`);
    expect(page.items).toEqual([expect.objectContaining({ caseNumber: family.caseNumber, endedOn: '1995-06-01', state: 'proposed' })]);
    expect(JSON.stringify(page)).not.toContain(TRACE);
  });

  it('is destroyed by the worker after another privacy officer agreed', async () => {
    const agreed = await api.as('privacy-officer-2').post(`/v1/destruction-lists/${listId}/approval`, undefined, { version: 1 });
    expect(agreed).toMatchObject({ status: 204 });
    worker = await startWorker(api.settings);
    const list = await eventually(async () => (await api.as('privacy-officer').get(`/v1/destruction-lists/${listId}`)).body, ({ state }) => state === 'done');
    expect(list).toMatchObject({ destroyed: 1, kept: 0, failed: 0, toDestroy: 0 });
  });

  it('leaves no text, name, telephone number, address, BSN or blind index anywhere in the database', async () => {
    const index = vault().indexOf(BSN).toString('hex');
    expect(await whereIs(api.db, TRACE, 'Zwaantje', 'zwaantje', 'Siebrand', '0611998877', '9799ZZ', BSN, index)).toEqual([]);
  });

  it('is not found any more: who reports these people again reports people that nobody knows', async () => {
    const report = aReport({ members: [{ role: 'main', ...PERSON, bsn: BSN }] });
    expect((await api.as('case-worker').post('/v1/households', report)).status).toBe(201);
    expect((await api.as('case-worker').post('/v1/households', report)).status).toBe(409);
  });

  it('leaves no id behind but in the log and in the proof that it happened', async () => {
    expect((await whereIs(api.db, ...ids)).filter((table) => !STILL_SAYS_IT_HAPPENED.includes(table))).toEqual([]);
    const [proof] = await api.db.query('SELECT case_number, state, rule, kept_reason FROM destruction_item WHERE household_id = $1', [family.id]);
    expect(proof).toEqual({ case_number: family.caseNumber, state: 'destroyed', rule: 'youth-help', kept_reason: null });
    const lines = await api.db.query<{ action: string; details: object }>('SELECT action, details FROM audit_event WHERE household_id = $1 ORDER BY id', [family.id]);
    expect(lines.map(({ action }) => action)).toEqual(['dossier.read', 'household.destroyed']);
    expect(JSON.stringify(lines)).not.toContain(TRACE);
  });

  it('leaves the money of the fund as it was, without whose it was', async () => {
    expect(await api.db.query('SELECT FROM ledger_entry WHERE fund_request_id IS NULL AND unlinked_on IS NOT NULL AND amount_cents = 1')).toHaveLength(1);
  });

  it('takes no row of the neighbours along, in whatever table', async () => {
    expect(Object.entries(before).filter(([table, n]) => n === 0 && !['ledger_entry', 'resident_account'].includes(table))).toEqual([]);
    expect(await rowsOfNeighbours()).toEqual(before);
  });

  it('leaves a log that is whole', async () => {
    const uow = worker.get(UnitOfWork);
    const verdict = await eventually(() => uow.run(systemActor('', 'audit.verify'), (tx) => verifyAudit(tx)), (seen) => seen.intact && seen.seals > 0 && seen.unsealed === 0, 20_000);
    expect(verdict).toMatchObject({ intact: true });
  });
});
