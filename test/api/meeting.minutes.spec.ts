import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { recordBasis, sharesOf } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const BEFORE = '2026-03-02T10:00:00Z';
const AFTER = '2026-03-09T15:00:00Z';

describe('from agenda to minutes', () => {
  let api: SpecApi;
  let gkb: string;
  const clock = new SetClock(BEFORE);
  beforeAll(async () => {
    api = await startApi({ clock });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  interface Planned { readonly family: HouseholdFixture; readonly id: string; readonly path: string }
  const planned = async (): Promise<Planned> => {
    clock.set(BEFORE);
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
    const { status, text, body } = await api.as('regisseur').post(`/v1/households/${family.id}/meetings`, {
      plannedAt: '2026-03-09T13:00:00Z', subject: 'Hoe het gaat', invited: [{ organisationId: gkb, shares: sharesOf(family, { Fatima: ['name'] }) }],
    });
    if (status !== 201) throw new Error(text);
    return { family, id: body.id, path: `/v1/households/${family.id}/meetings/${body.id}` };
  };
  const read = async ({ path }: Planned, persona = 'regisseur') => (await api.as(persona).get(path)).body;
  const put = (path: string, body: object, version: number, persona = 'regisseur') => api.as(persona).call('PUT', path, { body, version });
  const post = (path: string, body: object | undefined, version: number, persona = 'regisseur') => api.as(persona).post(path, body, { version });
  const agenda = (meeting: Planned, points: object[], version: number, persona = 'regisseur') => put(`${meeting.path}/agenda`, { points }, version, persona);
  const attend = (meeting: Planned, version: number, more: object = {}) =>
    post(`${meeting.path}/attendance`, { organisationIds: [gkb], memberIds: [meeting.family.members['Fatima']], others: 'Sanne', ...more }, version);
  /** Held, with one point. */
  const held = async (): Promise<Planned & { pointId: string }> => {
    const meeting = await planned();
    await agenda(meeting, [{ title: 'De huur', broughtBy: 'de kredietbank' }], 1);
    clock.set(AFTER);
    const { status, text } = await attend(meeting, 2);
    if (status !== 204) throw new Error(text);
    return { ...meeting, pointId: (await read(meeting)).points[0].id };
  };
  const decide = async (meeting: { path: string; pointId: string }, version: number, more: object = {}) =>
    post(`${meeting.path}/decisions`, { pointId: meeting.pointId, what: 'Een betaalregeling afspreken', ownerKind: 'user', ownerUserId: await userId(api.db, 'regisseur'), dueOn: '2026-03-20', ...more }, version);
  const seenByGkb = async (id: string) => (await api.as('gkb').get('/v1/meetings?limit=100')).body.items.find((one: { id: string }) => one.id === id);

  it('an invited organisation stands in who sees what as long as it can read, also when the meeting was held', async () => {
    const { family, id } = await held();
    const seenNow = async () => (await api.as('regisseur').get(`/v1/households/${family.id}/sharing`)).body.columns
      .flatMap(({ cells }: { cells: { memberId: string; sees: string[] }[] }) => cells).find(({ memberId }: { memberId: string }) => memberId === family.members['Fatima'])?.sees;
    expect(await seenByGkb(id)).toBeDefined();
    expect(await seenNow()).toEqual(['name']);
    await api.db.query(`UPDATE coordination_meeting SET readable_until = '2026-03-09' WHERE id = $1`, [id]);
    expect(await seenNow()).toEqual([]);
  });

  it('points are added, put in another order and taken off', async () => {
    const meeting = await planned();
    expect((await agenda(meeting, [{ title: 'De huur' }, { title: 'School', broughtBy: 'oma' }], 1)).status).toBe(204);
    const [rent, school] = (await read(meeting)).points;
    await agenda(meeting, [{ pointId: school.id, title: 'School en opvang', broughtBy: 'oma' }, { pointId: rent.id, title: 'De huur' }, { title: 'Rondvraag' }], 2);
    expect((await read(meeting)).points).toMatchObject([{ id: school.id, title: 'School en opvang', broughtBy: 'oma' }, { id: rent.id }, { title: 'Rondvraag' }]);
    await agenda(meeting, [{ pointId: rent.id, title: 'De huur' }], 3);
    expect((await read(meeting)).points).toHaveLength(1);
    expect((await agenda(meeting, [], 3)).status).toBe(412);
  });

  it('the title of a point passes the gate, and a point of another meeting does not come along', async () => {
    const [meeting, other] = [await planned(), await planned()];
    await agenda(other, [{ title: 'De huur' }], 1);
    const refused = await agenda(meeting, [{ title: 'Het is vol' }, { title: 'Noor Bouzid naar school' }], 1);
    expect([refused.status, refused.body.errors.map(({ field }: { field: string }) => field)]).toEqual([422, ['points.1.title']]);
    expect((await agenda(meeting, [{ pointId: (await read(other)).points[0].id, title: 'x' }], 1)).body.errors[0].field).toBe('points.0.pointId');
  });

  it('who was there is written after it took place', async () => {
    const meeting = await planned();
    expect((await attend(meeting, 1)).status).toBe(422);
    clock.set(AFTER);
    expect((await attend(meeting, 1, { memberIds: [(await aHousehold(api.db)).members['Fatima']] })).status).toBe(400);
    expect((await attend(meeting, 1, { organisationIds: [await organisationId(api.db, 'Humanitas')] })).status).toBe(400);
    expect((await attend(meeting, 1)).status).toBe(204);
    expect(await read(meeting)).toMatchObject({ state: 'held', attendedMemberIds: [meeting.family.members['Fatima']], attendedOthers: 'Sanne', invited: [{ attended: true, hears: ['naam van Fatima Bouzid'] }] });
    expect((await agenda(meeting, [], 2)).status).toBe(409);
  });

  it('a decision is an action in the plan, of the same moment, with its reminder', async () => {
    const meeting = await held();
    const { status, body } = await decide(meeting, 3);
    expect(status).toBe(201);
    expect((await read(meeting)).points[0].decisions).toEqual([{ id: body.id, what: 'Een betaalregeling afspreken', ownerKind: 'user', owner: 'Jelle Hoekstra', dueOn: '2026-03-20' }]);
    expect(await api.db.query(`SELECT a.what, a.due_on::text AS due, a.origin, r.state FROM plan_action a JOIN reminder r ON r.subject_id = a.id WHERE a.origin_id = $1`, [meeting.id])).toEqual([
      { what: 'Een betaalregeling afspreken', due: '2026-03-20', origin: 'meeting', state: 'scheduled' },
    ]);
  });

  it('a decision that the plan refuses leaves nothing behind', async () => {
    const meeting = await held();
    const refused = await decide(meeting, 3, { ownerKind: 'organisation', ownerOrganisationId: await organisationId(api.db, 'Humanitas') });
    expect(refused.status).toBe(422);
    expect((await decide(meeting, 3, { dueOn: '2026-03-01' })).body.errors[0].field).toBe('dueOn');
    expect((await decide(meeting, 3, { what: 'Noor Bouzid aanmelden' })).status).toBe(422);
    expect((await read(meeting))).toMatchObject({ version: 3, points: [{ decisions: [] }] });
    expect(await api.db.query('SELECT FROM plan_action WHERE household_id = $1', [meeting.family.id])).toEqual([]);
  });

  it('closed minutes stand as they are; what was wrong comes beside them', async () => {
    const meeting = await held();
    expect((await post(`${meeting.path}/closing`, undefined, 3)).body.detail).toContain('bij elk punt');
    expect((await put(`${meeting.path}/minutes`, { points: [{ pointId: meeting.pointId, discussed: 'Twee maanden achter.' }] }, 3)).status).toBe(204);
    expect((await post(`${meeting.path}/closing`, undefined, 4)).status).toBe(204);
    expect([(await decide(meeting, 5)).status, (await put(`${meeting.path}/minutes`, { points: [] }, 5)).status]).toEqual([409, 409]);
    expect((await post(`${meeting.path}/corrections`, { text: 'Het was één maand.' }, 5)).status).toBe(204);
    expect(await read(meeting)).toMatchObject({ state: 'closed', points: [{ discussed: 'Twee maanden achter.' }], corrections: [{ text: 'Het was één maand.', by: 'Jelle Hoekstra' }], allowedActions: ['correct'] });
  });

  it('its day and its open minutes stand in the list of the organiser, until they are done', async () => {
    const meeting = await planned();
    const reminders = () => api.db.query('SELECT kind, title, due_at, state FROM reminder WHERE subject_id = $1 ORDER BY due_at', [meeting.id]);
    expect(await reminders()).toEqual([
      { kind: 'meeting-today', title: 'Overleg om 14:00 uur', due_at: new Date('2026-03-09T06:00:00Z'), state: 'scheduled' },
      { kind: 'meeting-minutes-due', title: 'Verslag van het overleg van 9 maart 2026 is nog open', due_at: new Date('2026-03-11T08:00:00Z'), state: 'scheduled' },
    ]);
    await post(`${meeting.path}/cancellation`, {}, 1);
    expect((await reminders()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('an invited organisation reads agenda and decisions, never what was discussed or who of the family does it', async () => {
    const meeting = await held();
    await put(`${meeting.path}/minutes`, { points: [{ pointId: meeting.pointId, discussed: 'Noor slaapt slecht.' }] }, 3);
    await decide(meeting, 4, { ownerKind: 'member', ownerUserId: undefined, ownerMemberId: meeting.family.members['Erik'], what: 'De post openen' });
    const seen = await seenByGkb(meeting.id);
    expect(seen).toMatchObject({ state: 'held', agenda: ['De huur'], decisions: [{ what: 'De post openen', owner: 'het gezin', dueOn: '2026-03-20' }] });
    expect(JSON.stringify(seen)).not.toMatch(/slaapt|Erik|kredietbank/);
    expect((await api.as('gkb').get(meeting.path)).status).toBe(403);
    await api.db.query(`UPDATE legal_basis SET state = 'withdrawn' WHERE household_id = $1`, [meeting.family.id]);
    expect(await seenByGkb(meeting.id)).toMatchObject({ agenda: [], decisions: [], sharedMembers: [] });
  });

  it.each([['case-worker', 200], ['team-lead', 404], ['regisseur-zuid', 404], ['regisseur-hoogeveen', 404], ['gkb', 403]])('%s who reads it gets %i, and changes nothing', async (persona, status) => {
    const meeting = await planned();
    expect((await api.as(persona).get(meeting.path)).status).toBe(status);
    expect([403, 404]).toContain((await agenda(meeting, [{ title: 'x' }], 1, persona)).status);
  });

  it('stands in the list of meetings of who works with the family, before and after', async () => {
    const meeting = await planned();
    const mine = async (when: string, persona: string) => (await api.as(persona).get(`/v1/meetings/mine?when=${when}&limit=100`)).body.items.find(({ id }: { id: string }) => id === meeting.id);
    expect(await mine('upcoming', 'case-worker')).toMatchObject({ kind: 'coordination', title: 'Hoe het gaat', household: { id: meeting.family.id }, organisedBy: 'Jelle Hoekstra' });
    expect([await mine('past', 'regisseur'), await mine('upcoming', 'regisseur-zuid'), await mine('upcoming', 'team-lead')]).toEqual([undefined, undefined, undefined]);
    clock.set(AFTER);
    expect(await mine('past', 'regisseur')).toMatchObject({ id: meeting.id });
  });
});
