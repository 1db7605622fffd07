import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { aRightsRequest, toDecision } from '../support/rights.js';
import { actorOf, type AppSql, appSql, NOT_ALLOWED } from './support/app-sql.js';

/** Past the API, as a use case with a forgotten check would speak to the database. */
describe('requests about data, in the database itself', () => {
  let api: SpecApi;
  let sql: AppSql;
  let [regisseur, officer, stranger, elsewhere, partner]: Actor[] = [];
  let family: HouseholdFixture;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    sql = await appSql(api.db);
    [regisseur, officer, stranger, elsewhere, partner] = await Promise.all(['regisseur', 'privacy-officer', 'regisseur-zuid', 'regisseur-hoogeveen', 'gkb'].map((who) => actorOf(api.db, who)));
    family = await aHousehold(api.db);
    ({ id } = await aRightsRequest(api, family, 'Fatima', { kind: 'restriction', identityHow: 'known-in-person' }));
  });
  afterAll(async () => {
    await sql.close();
    await api.close();
  });

  const as = (actor: Actor | undefined, ...statements: string[]): Promise<string> => (actor ? sql.attempt(actor, ...statements) : Promise.reject(new Error('nobody')));
  const NOTHING = 'did it, 0 rows';
  const member = () => family.members['Fatima'] ?? '';
  const set = (what: string) => `UPDATE rights_request SET ${what} WHERE id = '${id}'`;

  it('the regisseur takes a request back and changes nothing else of it', async () => {
    expect(await as(regisseur, set(`state = 'withdrawn', withdrawn_on = current_date`))).toBe('did it, 1 rows');
    for (const what of [`state = 'granted', decided_by = '${regisseur?.userId}', decision_reasons = 'x'`, `answer_by = '2099-01-01'`, `decision_reasons = 'x'`]) expect({ what, answer: await as(regisseur, set(what)) }).toEqual({ what, answer: NOT_ALLOWED });
  });

  it('nobody else sees or changes one', async () => {
    for (const who of [stranger, elsewhere, partner]) {
      expect(await as(who, `SELECT FROM rights_request WHERE id = '${id}'`)).toBe(NOTHING);
      expect(await as(who, set(`state = 'withdrawn'`))).toBe(NOTHING);
    }
    expect(await as(elsewhere && { ...elsewhere, roles: ['privacy-officer'] }, `SELECT FROM rights_request`, `SELECT FROM access.people_of_case('${family.caseNumber}')`)).toBe(NOTHING);
  });

  it('a request is written down in one\'s own name, undecided, and of a family one works with', async () => {
    const insert = (by: string | undefined, state: string, decided = false) => `INSERT INTO rights_request (id, household_id, municipality_id, case_number, member_id, kind, state, received_on, received_by, channel, asked_by, answer_by${decided ? ', decided_by, decision_reasons' : ''})
      VALUES ('${newId()}', '${family.id}', '${family.municipalityId}', 'x', '${member()}', 'restriction', '${state}', current_date, '${by}', 'phone', 'self', current_date${decided ? `, '${by}', 'x'` : ''})`;
    expect(await as(regisseur, insert(regisseur?.userId, 'received'))).toBe('did it, 1 rows');
    for (const [by, state] of [[regisseur?.userId, 'granted'], [regisseur?.userId, 'carried-out'], [regisseur?.userId, 'received']] as const) expect(await as(regisseur, insert(by, state, true))).toBe(NOT_ALLOWED);
    expect(await as(regisseur, insert(officer?.userId, 'received'))).toBe(NOT_ALLOWED);
    expect(await as(stranger, insert(stranger?.userId, 'received'))).toBe(NOT_ALLOWED);
    expect(await as(partner, insert(partner?.userId, 'received'))).toBe(NOT_ALLOWED);
  });

  it('the regisseur neither sets nor lifts a restriction', async () => {
    expect(await as(regisseur, `UPDATE household_member SET restricted_since = now(), restriction_reason = 'x' WHERE id = '${member()}'`)).toBe(NOT_ALLOWED);
    await api.db.query(`UPDATE household_member SET restricted_since = now() WHERE id = $1`, [family.members['Erik']]);
    expect(await as(regisseur, `UPDATE household_member SET restricted_since = NULL WHERE id = '${family.members['Erik']}'`)).toBe(NOT_ALLOWED);
  });

  it('the privacy officer is in no dossier: not a member, an address or a line of history before something was granted', async () => {
    for (const query of [
      'SELECT FROM household', 'SELECT FROM household_member', `UPDATE household_member SET restricted_since = now() WHERE id = '${member()}'`, `UPDATE household SET name = 'x' WHERE id = '${family.id}'`,
      'SELECT FROM household_event', 'SELECT FROM canvas', 'SELECT FROM referral_event',
    ]) expect({ query, answer: await as(officer, query) }).toEqual({ query, answer: NOTHING });
  });

  it('after granting it opens that person alone, and a correction that family alone, until it is carried out', async () => {
    const [other, asked] = [await aHousehold(api.db), await aHousehold(api.db)];
    const { id: granted } = await toDecision(api, asked, 'Fatima', 'granted', { kind: 'rectification' });
    expect(await as(officer, 'SELECT FROM household_member')).toBe('did it, 1 rows');
    expect(await as(officer, `UPDATE household_member SET phone = NULL WHERE household_id = '${asked.id}'`)).toBe('did it, 1 rows');
    expect(await as(officer, 'SELECT FROM household')).toBe('did it, 1 rows');
    expect(await as(officer, `UPDATE household SET city = 'Haren' WHERE id = '${other.id}'`)).toBe(NOTHING);
    await api.db.query(`UPDATE rights_request SET state = 'carried-out' WHERE id = $1`, [granted]);
    for (const table of ['household', 'household_member']) expect(await as(officer, `SELECT FROM ${table}`)).toBe(NOTHING);
  });

  it('files and texts are for the privacy officer of this municipality, and for no role besides', async () => {
    await api.as('privacy-officer').post(`/v1/rights-requests/${(await aRightsRequest(api, family, 'Erik', { identityHow: 'known-in-person' })).id}/export`);
    expect(await as(officer, 'SELECT FROM rights_export')).toBe('did it, 1 rows');
    for (const who of [regisseur, stranger, elsewhere, partner]) for (const table of ['rights_export', 'rights_export_text']) expect(await as(who, `SELECT FROM ${table}`)).toBe(NOTHING);
  });

  it('what was corrected stays as it was written', async () => {
    for (const who of [regisseur, officer]) for (const query of [`UPDATE member_history SET new_value = 'x'`, 'DELETE FROM member_history', 'DELETE FROM rights_request']) expect({ query, answer: await as(who, query) }).toEqual({ query, answer: NOT_ALLOWED });
  });
});
