import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { giveBsn } from '../support/bsn.js';
import { aHousehold, giveAccess, type HouseholdFixture, type HouseholdOptions, organisationId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { actorOf, appSql, NOT_ALLOWED } from '../access/support/app-sql.js';

const PEOPLE = [
  { role: 'main', firstName: 'Fatima', lastName: 'Bouzid', birthDate: '1988-04-12', phone: '0612345678' },
  { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' },
] as const;
const AGAIN = [{ ...PEOPLE[0], firstName: 'Fátima' }, { role: 'child', firstName: 'Sem', lastName: 'Bouzid', birthDate: '2020-05-06' }] as const;

describe('two dossiers of one family', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  /** The family that is helped, and its second report on the waiting list. */
  const pair = async (about: HouseholdOptions = {}): Promise<{ one: HouseholdFixture; two: HouseholdFixture }> => ({
    one: await aHousehold(api.db, { members: PEOPLE, intakeBy: 'case-worker' }),
    two: await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', intakeBy: 'case-worker', name: 'Familie Bouzid-Haan', members: AGAIN, ...about }),
  });
  const versions = async (...ids: string[]): Promise<number[]> => {
    const rows = await api.db.query<{ id: string; version: number }>('SELECT id, version FROM household WHERE id = ANY ($1)', [ids]);
    return ids.map((id) => rows.find((row) => row.id === id)?.version ?? 0);
  };
  const merge = async (one: { id: string }, two: { id: string }, body: object = {}, persona = 'team-lead', headers = {}) => {
    const [version, mergedVersion] = await versions(one.id, two.id);
    return api.as(persona).post(`/v1/households/${one.id}/merges`, { mergedHouseholdId: two.id, mergedVersion, fields: {}, members: [], ...body }, { version, headers });
  };
  const undo = (one: { id: string }, id: string, persona = 'team-lead') => api.as(persona).post(`/v1/households/${one.id}/merges/${id}/undo`);
  const OF = { household: 'id', household_member: 'household_id', household_access: 'household_id', legal_basis: 'household_id', reminder: 'household_id', regisseur_assignment: 'household_id' };
  /** Every row of both, without what counts changes. */
  const standOf = async (...families: { id: string }[]): Promise<unknown> => {
    const stand: Record<string, unknown> = {};
    for (const [table, key] of Object.entries(OF)) {
      stand[table] = await api.db.query(`SELECT to_jsonb(t) - 'version' - 'retention_reckoned_at' AS row FROM ${table} t WHERE ${key} = ANY ($1) ORDER BY to_jsonb(t)::text`, [families.map(({ id }) => id)]);
    }
    return stand;
  };

  it('are proposed, with why, and stand side by side', async () => {
    const { one, two } = await pair();
    const { body } = await api.as('case-worker').get(`/v1/households/${one.id}/merges`);
    expect(body.candidates).toContainEqual(expect.objectContaining({ id: two.id, reasons: expect.arrayContaining(['Eén persoon staat in allebei.', 'Hetzelfde adres.']) }));
    const beside = (await api.as('case-worker').get(`/v1/households/${one.id}/merge-candidates/${two.id}`)).body;
    expect(beside).toMatchObject({ survivor: { id: one.id, hasContent: true, address: '9711AB 12 Groningen' }, merged: { id: two.id, first: [] }, same: [{ memberId: two.members['Fátima'], sameAs: one.members['Fatima'] }] });
    // A team lead sees that they are there, not who is in them, and still who was recognised.
    const head = (await api.as('team-lead').get(`/v1/households/${one.id}/merge-candidates/${two.id}`)).body;
    expect(head).toMatchObject({ survivor: { hasContent: false, members: [], note: null, address: null }, same: [{}] });
    expect(JSON.stringify(head)).not.toMatch(/Fatima|9711/);
  });

  it('become one: the one that goes on keeps its number, takes what was chosen and who was not in it', async () => {
    const { one, two } = await pair();
    await api.db.query(`UPDATE household SET postcode = '9722XX', protected_address = true WHERE id = $1`, [two.id]);
    const { status, text } = await merge(one, two, { fields: { name: 'merged', address: 'merged' } }, 'case-worker');
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
    const { body } = await api.as('regisseur').get(`/v1/households/${one.id}`);
    expect(body).toMatchObject({ caseNumber: one.caseNumber, name: 'Familie Bouzid-Haan', memberCount: 3, childCount: 2, address: { postcode: '9722XX', protected: true } });
    expect(body.members.map(({ firstName }: { firstName: string }) => firstName).sort()).toEqual(['Fatima', 'Noor', 'Sem']);
    expect(await api.db.query('SELECT state, merged_into_id FROM household WHERE id = $1', [two.id])).toEqual([{ state: 'merged', merged_into_id: one.id }]);
    expect((await api.as('regisseur').post('/v1/household-searches', { text: two.caseNumber })).body.items).toMatchObject([{ id: one.id }]);
    expect((await api.as('regisseur').get(`/v1/households/${one.id}/merges`)).body).toMatchObject({ merges: [{ mergedCaseNumber: two.caseNumber, allowedActions: [] }], story: [{ caseNumber: two.caseNumber }] });
  });

  it('nobody comes into the one by having been in the other', async () => {
    const { one } = await pair();
    const two = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: AGAIN });
    await giveAccess(api.db, two.id, 'regisseur-zuid', 'intake');
    expect((await merge(one, two)).status).toBe(201);
    for (const { id } of [one, two]) expect((await api.as('regisseur-zuid').get(`/v1/households/${id}`)).status).toBe(404);
  });

  it('a person is one person by the BSN, also when the dossiers spell the name otherwise', async () => {
    const { one } = await pair();
    const two = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: [{ role: 'main', firstName: 'Tima', lastName: 'de Wit', birthDate: '1988-04-12' }, PEOPLE[1]] });
    for (const id of [one.members['Fatima'], two.members['Tima']]) await giveBsn(api, id, '999990019');
    const { body } = await api.as('team-lead').get(`/v1/households/${one.id}/merge-candidates/${two.id}`);
    // The fixture seals a number later than a report does: only what the trigger of a report links is one person.
    expect(body.same.map(({ sameAs }: { sameAs: string }) => sameAs)).toContain(one.members['Noor']);
  });

  it('undone, everything is as it was, row by row', async () => {
    const { one, two } = await pair();
    await api.as('case-worker').post(`/v1/households/${two.id}/reminders`, { title: 'Bel het gezin', dueAt: '2030-01-01T09:00:00Z' });
    const basis = await recordBasis(api, one, 'Fatima', await organisationId(api.db, 'Groningse Kredietbank'), ['name']);
    expect(basis.status).toBe(201);
    const before = await standOf(one, two);
    const { body } = await merge(one, two, { fields: { name: 'merged', address: 'merged', urgency: 'merged', note: 'merged', reportedOn: 'merged' } });
    expect(await standOf(one, two)).not.toEqual(before);
    expect((await undo(one, body.id)).status).toBe(204);
    expect(await standOf(one, two)).toEqual(before);
    expect((await undo(one, body.id)).text).toContain('al teruggedraaid');
    expect((await merge(one, two)).status).toBe(201);
  });

  it('is not undone when that would lose something, and says what', async () => {
    const why = async (change: (one: HouseholdFixture, mergeId: string) => Promise<unknown>): Promise<string> => {
      const { one, two } = await pair();
      const { body } = await merge(one, two);
      await change(one, body.id);
      const answer = await undo(one, body.id);
      return `${answer.status} ${answer.text}`;
    };
    expect(await why((one) => api.db.query(`UPDATE household SET postcode = '9733YY' WHERE id = $1`, [one.id]))).toMatch(/^409.*daarna veranderd/s);
    expect(await why((one) => api.db.query(`UPDATE household_member SET phone = '0600000000', version = 2 WHERE household_id = $1 AND first_name = 'Sem'`, [one.id]))).toMatch(/^409.*meekwam/s);
    expect(await why((one) => api.db.query(`UPDATE household SET state = 'moved-away' WHERE id = $1`, [one.id]))).toMatch(/^409.*intussen beëindigd/s);
    expect(await why((_one, id) => api.db.query(`UPDATE household_merge SET undo_until = current_date - 2 WHERE id = $1`, [id]))).toMatch(/^409.*te lang geleden/s);
  });

  it('is not undone when somebody who came along stands in a list of people since: who was spoken with, who said yes', async () => {
    const { one, two } = await pair({ reportedOn: '2026-01-05' });
    await api.db.query(`UPDATE household SET reported_on = '2026-01-05' WHERE id = $1`, [one.id]);
    const { body } = await merge(one, two);
    const [sem] = await api.db.query<{ id: string }>(`SELECT id FROM household_member WHERE household_id = $1 AND first_name = 'Sem'`, [one.id]);
    const note = { kind: 'phone', contactAt: '2026-02-20T13:00:00Z', memberIds: [sem?.id], discussed: 'Sem gaat weer naar school.' };
    expect((await api.as('regisseur').post(`/v1/households/${one.id}/contact-notes`, note)).status).toBe(201);
    expect(await undo(one, body.id)).toMatchObject({ status: 409, text: expect.stringContaining('meekwam') });
  });

  it('never go round: what went up in another is no place to go up in', async () => {
    const { one, two } = await pair();
    const three = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: PEOPLE });
    expect((await merge(two, two)).text).toContain('niet met zichzelf');
    expect((await merge(three, two)).status).toBe(201);
    expect((await merge(two, three)).text).toContain('Kies een dossier dat nog loopt');
    expect((await merge(one, two)).text).toContain('al beëindigd of samengevoegd');
    expect((await merge(one, three)).status).toBe(201);
    expect((await merge(three, one)).status).toBe(409);
    expect((await merge(two, one)).status).toBe(409);
  });

  it('what runs in the one that goes up is finished first', async () => {
    const { one } = await pair();
    const helped = await aHousehold(api.db, { members: AGAIN });
    expect(await merge(one, helped)).toMatchObject({ status: 422, text: expect.stringContaining('beëindig eerst de regie') });
  });

  it('both hold still: a version that is old is refused', async () => {
    const { one, two } = await pair();
    await api.db.query('UPDATE household SET version = version + 1 WHERE id = $1', [two.id]);
    const body = { mergedHouseholdId: two.id, mergedVersion: 1, fields: {}, members: [] };
    expect((await api.as('team-lead').post(`/v1/households/${one.id}/merges`, body, { version: 1 })).status).toBe(412);
    expect((await api.as('team-lead').post(`/v1/households/${one.id}/merges`, { ...body, mergedVersion: 2 }, { version: 9 })).status).toBe(412);
  });

  it('of two merges at once one wins, in whatever direction', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: PEOPLE });
      const two = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: AGAIN });
      const answers = await Promise.all([merge(one, two), merge(two, one), merge(one, two)]);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.every(({ status }) => [201, 409, 412].includes(status))).toBe(true);
      expect(await api.db.query(`SELECT count(*)::int AS n FROM household WHERE id = ANY ($1) AND state = 'merged'`, [[one.id, two.id]])).toEqual([{ n: 1 }]);
    }
  });

  it('a repeat of the same request is the same merge', async () => {
    const { one, two } = await pair();
    const [version, mergedVersion] = await versions(one.id, two.id);
    const ask = () => api.as('team-lead').post(`/v1/households/${one.id}/merges`, { mergedHouseholdId: two.id, mergedVersion, fields: {}, members: [] },
      { version, headers: { 'idempotency-key': '0199d1c2-7a10-7c3e-9a55-00000000feed' } });
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await api.db.query('SELECT FROM household_merge WHERE merged_household_id = $1', [two.id])).toHaveLength(1);
  });

  it.each([
    ['the regisseur of the one, with nothing in the other', 'regisseur', 404], ['a team lead elsewhere', 'team-lead-zuid', 404], ['a team lead of another municipality', 'team-lead-hoogeveen', 404],
    ['a privacy officer', 'privacy-officer', 403], ['a partner', 'gkb', 403],
  ])('is not for %s', async (_who, persona, status) => {
    const { one, two } = await pair();
    expect((await merge(one, two, {}, persona)).status).toBe(status);
    expect((await api.as(persona).get(`/v1/households/${one.id}/merge-candidates/${two.id}`)).status).toBe(status);
  });

  it('people of other families do not come in by the choice of who is who', async () => {
    const { one, two } = await pair();
    const stranger = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    const members = [{ memberId: two.members['Sem'], sameAsMemberId: stranger.members['Fatima'] }];
    expect((await merge(one, two, { members })).status).toBe(400);
    expect((await merge(one, two, { members: [{ memberId: stranger.members['Fatima'] }] })).status).toBe(400);
  });

  it('parents who are apart with one child are no duplicates, and who hides is not laid together with the other', async () => {
    const noor = { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' } as const;
    const hidden = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Verborgen', protectedAddress: true, members: [{ ...PEOPLE[0], birthDate: '1987-03-03' }, noor] });
    const other = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', name: 'Familie Haan', members: [{ role: 'main', firstName: 'Erik', lastName: 'Haan', birthDate: '1985-09-30' }, noor] });
    expect((await api.as('team-lead').get(`/v1/households/${other.id}/merges`)).body.candidates.map(({ id }: { id: string }) => id)).not.toContain(hidden.id);
    for (const [one, two] of [[hidden, other], [other, hidden]] as const) expect(await merge(one, two)).toMatchObject({ status: 422, text: expect.stringContaining('geheim adres') });
    // Nor when the other parent stands in the one that goes on and is only not in the new report.
    const both = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', members: [{ ...PEOPLE[0], birthDate: '1987-03-03' }, { role: 'partner', firstName: 'Erik', lastName: 'Haan', birthDate: '1985-09-30' }, noor] });
    expect((await merge(both, hidden)).status).toBe(422);
  });

  it.each(['protected_address = true', `restricted_since = now(), restriction_reason = 'x'`])('what is kept closed there is kept closed here first (%s)', async (closed) => {
    const { one, two } = await pair();
    await api.db.query(`UPDATE household_member SET ${closed} WHERE id = $1`, [two.members['Fátima']]);
    expect((await merge(one, two)).status).toBe(422);
    await api.db.query(`UPDATE household_member SET ${closed} WHERE id = $1`, [one.members['Fatima']]);
    expect((await merge(one, two)).status).toBe(201);
  });

  it('the door itself takes nobody of a third family along', async () => {
    const { one, two } = await pair();
    const stranger = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    const sql = await appSql(api.db);
    const through = async (from: string | undefined, to: string | null | undefined): Promise<string> => sql.attempt(await actorOf(api.db, 'team-lead'),
      `SELECT access.merge_household(gen_random_uuid(), '${one.id}', '${two.id}', '{}', '${JSON.stringify([{ from, to }])}', current_date)`);
    expect(await through(stranger.members['Fatima'], null)).toBe(NOT_ALLOWED);
    expect(await through(two.members['Sem'], stranger.members['Fatima'])).toBe(NOT_ALLOWED);
    expect(await through(two.members['Sem'], null)).toBe('did it, 1 rows');
    await sql.close();
  });

  it('the database lets nobody write it past the door', async () => {
    expect(await api.db.query(`SELECT privilege_type FROM information_schema.table_privileges WHERE grantee = 'naast_app' AND table_name = 'household_merge'`)).toEqual([]);
    expect(await api.db.query(`SELECT column_name FROM information_schema.column_privileges WHERE grantee = 'naast_app' AND table_name = 'household' AND column_name = 'merged_into_id' AND privilege_type = 'UPDATE'`)).toEqual([]);
  });
});
