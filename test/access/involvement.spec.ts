import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { assignRegisseur, aHousehold, giveAccess, type HouseholdFixture, userId } from '../support/households.js';
import { addRole, aReport } from '../support/reports.js';

describe('access follows involvement', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const status = async (persona: string, { id }: Pick<HouseholdFixture, 'id'>) => (await api.as(persona).get(`/v1/households/${id}`)).status;
  const view = async (persona: string, { id }: Pick<HouseholdFixture, 'id'>) => (await api.as(persona).get(`/v1/households/${id}`)).body.view;
  const endOf = (family: HouseholdFixture, persona = 'team-lead', version = 1) =>
    api.as(persona).post(`/v1/households/${family.id}/assignments/${family.assignmentId}/end`, { reason: 'Jelle gaat weg.' }, { version });
  const propose = async (family: Pick<HouseholdFixture, 'id'>, persona: string, version: number) =>
    (await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: await userId(api.db, persona) }, { version })).body.id as string;
  const answer = (family: Pick<HouseholdFixture, 'id'>, id: string, what: 'acceptance' | 'decline', persona: string) =>
    api.as(persona).post(`/v1/households/${family.id}/assignments/${id}/${what}`, what === 'decline' ? { reason: 'Vol.' } : undefined, { version: 1 });
  /** Everything of this family that somebody could ask for by name. */
  const doors = async (persona: string, { id }: HouseholdFixture): Promise<number[]> => {
    const person = api.as(persona);
    const read = await Promise.all([`/v1/households/${id}`, `/v1/households/${id}/legal-bases`].map((path) => person.get(path)));
    const write = await person.post(`/v1/households/${id}/reminders`, { title: 'Bel', dueAt: '2027-03-01T09:00:00Z' });
    return [...read, write].map((one) => one.status);
  };

  it('who takes in a report is in its dossier until a regisseur begins', async () => {
    const { body } = await api.as('case-worker').post('/v1/households', aReport());
    expect(await view('case-worker', body)).toBe('involved');
    const id = await propose(body, 'regisseur', 1);
    expect(await view('case-worker', body)).toBe('involved');
    await answer(body, id, 'acceptance', 'regisseur');
    expect([await status('case-worker', body), await view('regisseur', body)]).toEqual([404, 'involved']);
  });

  it('a proposal that is declined opens nothing and leaves nothing', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    const id = await propose(family, 'regisseur', 1);
    expect(await view('regisseur', family)).toBe('proposed');
    await answer(family, id, 'decline', 'regisseur');
    expect(await status('regisseur', family)).toBe(404);
    expect(await api.db.query('SELECT FROM household_access WHERE household_id = $1', [family.id])).toEqual([]);
  });

  it('the end of the assignment closes the dossier by every door, also for a session that is open; the family waits again', async () => {
    const family = await aHousehold(api.db);
    await api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Bel de school', dueAt: '2027-03-01T09:00:00Z' });
    const before = (await api.as('team-lead').get(`/v1/households/${family.id}`)).body;
    expect(before).toMatchObject({ view: 'head', regisseur: { assignmentId: family.assignmentId, version: 1 }, allowedActions: expect.arrayContaining(['plan-handover', 'end-assignment']) });
    expect((await endOf(family)).status).toBe(204);
    expect(await doors('regisseur', family)).toEqual([404, 404, 404]);
    for (const list of ['/v1/households', '/v1/reminders?state=scheduled', '/v1/today']) expect((await api.as('regisseur').get(list)).text).not.toContain(family.id);
    expect((await api.as('team-lead').get(`/v1/households/${family.id}`)).body).toMatchObject({ state: 'waiting-list', regisseur: null, allowedActions: expect.arrayContaining(['propose-regisseur']) });
  });

  it('the next regisseur gets the family with what is still to be remembered; the former one stays out', async () => {
    const family = await aHousehold(api.db);
    const { body } = await api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Bel de school', dueAt: '2027-03-01T09:00:00Z' });
    await endOf(family);
    const id = await propose(family, 'regisseur-zuid', 2);
    expect((await answer(family, id, 'acceptance', 'regisseur-zuid')).status).toBe(204);
    expect([await status('regisseur', family), await view('regisseur-zuid', family)]).toEqual([404, 'involved']);
    expect((await api.as('regisseur-zuid').get('/v1/reminders?state=scheduled')).body.items.map((one: { id: string }) => one.id)).toContain(body.id);
  });

  it.each([['regisseur', 403], ['team-lead-zuid', 404], ['team-lead-hoogeveen', 404], ['case-worker', 403], ['gkb', 403]])(
    '%s does not end an assignment', async (persona, expected) => {
      const family = await aHousehold(api.db);
      expect((await endOf(family, persona)).status).toBe(expected);
      expect(await view('regisseur', family)).toBe('involved');
    });

  it('a family that gets help is not left alone: first a handover', async () => {
    const family = await aHousehold(api.db, { state: 'active' });
    const refused = await endOf(family);
    expect([refused.status, refused.body.errors]).toEqual([422, [{ field: 'caseNeedsRegisseur', message: 'Dit gezin kan niet zonder regisseur. Plan een overdracht.' }]]);
    expect((await api.as('team-lead').get(`/v1/households/${family.id}`)).body.allowedActions).not.toContain('end-assignment');
    expect((await endOf(await aHousehold(api.db), 'team-lead', 7)).status).toBe(412);
  });

  it('who leads the team and is a regisseur beside it hands no family to themselves', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' });
    await addRole(api.db, 'team-lead', 'regisseur', 'WIJ Noord');
    const refused = await api.as('team-lead').post(`/v1/households/${family.id}/assignments`, { regisseurId: await userId(api.db, 'team-lead') }, { version: 1 });
    expect([refused.status, refused.body.detail]).toEqual([403, 'Je kunt jezelf niet voorstellen. Vraag een andere teamleider.']);
    expect(await api.db.query('SELECT FROM regisseur_assignment WHERE household_id = $1', [family.id])).toEqual([]);
    await api.db.query(`DELETE FROM user_role WHERE role = 'regisseur' AND user_id = $1`, [await userId(api.db, 'team-lead')]);
  });

  it('an assignment of one family does not end under the address of another', async () => {
    const [one, other] = [await aHousehold(api.db), await aHousehold(api.db)];
    const crossed = await api.as('team-lead').post(`/v1/households/${other.id}/assignments/${one.assignmentId}/end`, { reason: 'x' }, { version: 1 });
    expect(crossed.status).toBe(404);
    expect(await view('regisseur', one)).toBe('involved');
  });

  it.each(['closed', 'referred-elsewhere', 'declined-help', 'moved-away'])('a family that is %s is closed for everybody who was in it', async (state) => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    await giveAccess(api.db, family.id, 'regisseur-zuid', 'substitute');
    await api.db.query('UPDATE household SET state = $2 WHERE id = $1', [family.id, state]);
    for (const persona of ['regisseur', 'regisseur-zuid', 'case-worker']) expect(await doors(persona, family)).toEqual([404, 404, 404]);
    expect(await api.db.query('SELECT state FROM regisseur_assignment WHERE household_id = $1', [family.id])).toEqual([{ state: 'ended' }]);
  });

  it('reopening gives nobody anything back: somebody proposes and somebody accepts', async () => {
    const family = await aHousehold(api.db, { state: 'aftercare' });
    await api.db.query(`UPDATE household SET state = 'closed' WHERE id = $1`, [family.id]);
    await api.db.query(`UPDATE household SET state = 'reopened' WHERE id = $1`, [family.id]);
    expect(await status('regisseur', family)).toBe(404);
    const id = await propose(family, 'regisseur', 1);
    expect((await answer(family, id, 'acceptance', 'regisseur')).status).toBe(204);
    expect(await view('regisseur', family)).toBe('involved');
  });

  it('stays while another reason stands, and goes with the last', async () => {
    const family = await aHousehold(api.db);
    await giveAccess(api.db, family.id, 'regisseur', 'intake');
    await endOf(family);
    expect(await view('regisseur', family)).toBe('involved');
    await api.db.query(`DELETE FROM household_access WHERE household_id = $1`, [family.id]);
    expect(await status('regisseur', family)).toBe(404);
  });

  it('counts nowhere before it begins and after it is over', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead-zuid' });
    const within = async (since: string, until: string | null) => {
      await api.db.query('DELETE FROM household_access WHERE household_id = $1', [family.id]);
      await api.db.query(
        `INSERT INTO household_access (user_id, household_id, municipality_id, reason, since, until) VALUES ($1, $2, $3, 'substitute', now() + $4::interval, now() + $5::interval)`,
        [await userId(api.db, 'regisseur'), family.id, family.municipalityId, since, until]);
      return doors('regisseur', family);
    };
    expect(await within('-1 hour', null)).toEqual([200, 200, 201]);
    expect(await within('-1 hour', '1 hour')).toEqual([200, 200, 201]);
    expect(await within('-2 hours', '-1 second')).toEqual([404, 404, 404]);
    expect(await within('1 minute', '1 hour')).toEqual([404, 404, 404]);
  });

  it('the doors past row-level security name no family whose access is over', async () => {
    const known = { firstName: 'Renée', infix: 'de', lastName: 'Boer', birthDate: '1971-02-02' };
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'team-lead-zuid', state: 'intake', members: [{ role: 'main', ...known }] });
    await giveAccess(api.db, family.id, 'case-worker', 'intake');
    const again = () => api.as('case-worker').post('/v1/households', aReport({ members: [{ role: 'main', ...known }] }));
    expect((await again()).text).toContain(family.caseNumber);
    await api.db.query(`UPDATE household_access SET since = now() - interval '2 hours', until = now() - interval '1 hour' WHERE household_id = $1`, [family.id]);
    const answered = await again();
    expect(answered.status).toBe(409);
    expect(answered.text).not.toContain(family.caseNumber);
  });

  it('an open session closes when the role goes, and the role alone brings back what still is a fact', async () => {
    const family = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    const lars = await userId(api.db, 'regisseur-zuid');
    const [{ team_id: team } = { team_id: '' }] = await api.db.query<{ team_id: string }>('SELECT team_id FROM user_role WHERE user_id = $1', [lars]);
    const become = (role: string) => api.db.query('INSERT INTO user_role (user_id, municipality_id, role, team_id) VALUES ($1, $2, $3, $4)', [lars, family.municipalityId, role, team]);
    const leave = (role: string) => api.db.query('DELETE FROM user_role WHERE user_id = $1 AND role = $2', [lars, role]);
    expect(await status('regisseur-zuid', family)).toBe(200);
    // He stays at work as something else: not even then does he keep the dossier.
    await become('case-worker');
    await leave('regisseur');
    expect(await status('regisseur-zuid', family)).toBe(404);
    await become('regisseur');
    expect(await status('regisseur-zuid', family)).toBe(200);
    await leave('case-worker');
  });

  it('is in the table what the facts say, for every assignment', async () => {
    await assignRegisseur(api.db, (await aHousehold(api.db, { regisseur: null })).id, 'regisseur-zuid');
    const differ = await api.db.query(`SELECT user_id, household_id, reason, cause_id FROM access.by_fact EXCEPT SELECT user_id, household_id, reason, cause_id FROM household_access`);
    expect(differ).toEqual([]);
  });
});
