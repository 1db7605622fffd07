import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture } from '../support/households.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();

describe('how it goes per area of life', () => {
  let api: SpecApi;
  let scaleId: string;
  beforeAll(async () => {
    api = await startApi();
    scaleId = (await api.as('regisseur').get('/v1/score-scales')).body.items[0].id;
  });
  afterAll(() => api.close());

  const score = (domain: string, step: number) => ({ domain, step, reason: `Daarom ${step}.` });
  const measured = (more: object = {}) => ({ moment: 'start', measuredOn: '2026-10-01', view: 'family', scaleId, scores: [score('finances', 2), score('housing', 4)], ...more });
  const path = ({ id }: HouseholdFixture) => `/v1/households/${id}/score-rounds`;
  const measure = (family: HouseholdFixture, more: object = {}, persona = 'regisseur') => api.as(persona).post(path(family), measured(more));
  const read = async (family: HouseholdFixture, persona = 'regisseur') => (await api.as(persona).get(path(family))).body;

  it('starts with the scale of Naast, in words', async () => {
    const { items } = (await api.as('case-worker').get('/v1/score-scales')).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ name: 'Hoe gaat het?', version: 1, steps: expect.arrayContaining([{ step: 3, label: 'Het gaat wisselend', description: expect.any(String) }]) });
    expect(items[0].domains).toHaveLength(13);
  });

  it('is measured, shown over time, and compared in words', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    expect((await measure(family)).status).toBe(201);
    expect((await measure(family, { moment: 'interim', measuredOn: '2026-11-01', scores: [score('finances', 4)] }, 'case-worker')).status).toBe(201);
    await measure(family, { view: 'regisseur', memberId: family.members['Noor'], scores: [score('housing', 1)] });
    const page = await read(family);
    expect(page).toMatchObject({ household: { id: family.id, name: 'Familie Bouzid', state: 'intake' }, allowedActions: ['measure'], members: expect.arrayContaining([{ id: family.members['Noor'], name: 'Noor Bouzid', present: true }]) });
    expect(page.series).toContainEqual(expect.objectContaining({
      domain: 'finances', memberId: null, view: 'family', change: 'better',
      points: [expect.objectContaining({ moment: 'start', step: 2, place: 2, label: 'Het gaat moeilijk' }), expect.objectContaining({ moment: 'interim', step: 4, label: 'Het gaat meestal goed' })],
    }));
    expect(page.series).toContainEqual(expect.objectContaining({ domain: 'housing', memberId: family.members['Noor'], view: 'regisseur', change: 'once' }));
    expect(page.rounds.map(({ recordedBy }: { recordedBy: string }) => recordedBy)).toEqual(['Jelle Hoekstra', 'Sanne Bakker', 'Jelle Hoekstra']);
    expect(await api.db.query(`SELECT text FROM household_event WHERE household_id = $1 AND kind = 'score-round.recorded'`, [family.id])).toHaveLength(3);
    expect(await api.db.query(`SELECT details FROM audit_event WHERE household_id = $1 AND action = 'score-round.recorded' ORDER BY id DESC LIMIT 1`, [family.id]))
      .toEqual([{ details: { memberId: family.members['Noor'], domains: 1 } }]);
  });

  it('a correction takes its place, and the wrong one stays to be read', async () => {
    const family = await aHousehold(api.db);
    const { id } = (await measure(family)).body;
    const correct = (more: object = {}) => api.as('regisseur').post(`${path(family)}/${id}/correction`, measured({ scores: [score('finances', 5)], correctionReason: 'Verkeerd aangeklikt.', ...more }));
    // Two at once: one of them, and the other hears it.
    const answers = await Promise.all([correct(), correct()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const page = await read(family);
    expect(page.series).toHaveLength(1);
    expect(page.series[0]).toMatchObject({ domain: 'finances', change: 'once', points: [{ step: 5 }] });
    expect(page.rounds).toEqual([
      expect.objectContaining({ correctsId: id, correctionReason: 'Verkeerd aangeklikt.', stands: true, allowedActions: ['correct'] }),
      expect.objectContaining({ id, stands: false, allowedActions: [], scores: expect.arrayContaining([score('finances', 2)]) }),
    ]);
    expect((await api.as('regisseur').post(`${path(family)}/${page.rounds[0].id}/correction`, measured({ correctionReason: 'Toch niet.' }))).status).toBe(201);
    const other = await aHousehold(api.db);
    expect((await api.as('regisseur').post(`${path(other)}/${id}/correction`, measured({ correctionReason: 'Ander gezin.' }))).status).toBe(404);
  });

  it.each<[string, (family: HouseholdFixture, elsewhere: HouseholdFixture) => object, number, string?]>([
    ['of tomorrow', () => ({ measuredOn: addDays(TODAY, 1) }), 400, 'measuredOn'],
    ['of before the report', () => ({ measuredOn: '2026-08-31' }), 400, 'measuredOn'],
    ['without an area of life', () => ({ scores: [] }), 400, 'scores'],
    ['with a step that is not there', () => ({ scores: [score('finances', 6)] }), 400, 'scores.0.step'],
    ['with half a step', () => ({ scores: [score('finances', 2.5)] }), 400, 'scores.0.step'],
    ['without a reason', () => ({ scores: [{ domain: 'finances', step: 2, reason: ' ' }] }), 400, 'scores.0.reason'],
    ['twice the same area', () => ({ scores: [score('finances', 2), score('finances', 3)] }), 400, 'scores.1.domain'],
    ['of an area that is none', () => ({ scores: [score('weather', 2)] }), 400, 'scores.0.domain'],
    ['of somebody of another family', (_, elsewhere) => ({ memberId: elsewhere.members['Noor'] }), 400, 'memberId'],
    ['with a scale that does not exist', () => ({ scaleId: '0199d1c2-7a10-7c3e-9a55-0000000000e1' }), 400, 'scaleId'],
  ])('is refused: %s', async (_, more, status, field) => {
    const [family, elsewhere] = [await aHousehold(api.db), await aHousehold(api.db)];
    const answer = await measure(family, more(family, elsewhere));
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((problem: { field: string }) => problem.field)).toContain(field);
    expect(await api.db.query('SELECT FROM score_round WHERE household_id = $1', [family.id])).toEqual([]);
  });

  it('is not for who has no task there, nor for a family that is closed', async () => {
    const family = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    expect([(await measure(family)).status, (await api.as('regisseur').get(path(family))).status]).toEqual([404, 404]);
    const closed = await aHousehold(api.db, { state: 'closed' });
    expect((await measure(closed)).body).toMatchObject({ status: 409, detail: 'Dit gezin is afgesloten. Heropen het eerst.' });
    expect((await read(closed)).allowedActions).toEqual([]);
    await giveAccess(api.db, family.id, 'regisseur', 'substitute');
    expect((await measure(family)).status).toBe(201);
  });

  describe('a next version of the scale', () => {
    const make = (persona: string, version: number, more: object = {}) =>
      api.as(persona).post('/v1/score-scales', { name: 'Drie stappen', validFrom: TODAY, domains: ['finances', 'housing'], steps: ['Slecht', 'Matig', 'Goed'].map((label) => ({ label, description: `Het gaat ${label}.` })), ...more }, { version });

    it('is made by the policy adviser only, from today on, and once', async () => {
      expect((await make('team-lead', 1)).status).toBe(403);
      expect((await make('regisseur', 1)).status).toBe(403);
      expect((await make('policy-adviser', 1, { validFrom: addDays(TODAY, -1) })).body.errors).toEqual([{ field: 'validFrom', message: 'Een nieuwe schaal kan vandaag ingaan of later.' }]);
      expect((await make('policy-adviser', 7)).status).toBe(412);
    });

    it('leaves what was measured as it was, and compares nothing that can’t be compared', async () => {
      const family = await aHousehold(api.db, { reportedOn: addMonths(TODAY, -6) });
      const before = addMonths(TODAY, -2);
      await measure(family, { measuredOn: before });
      const answers = await Promise.all([make('policy-adviser', 1), make('policy-adviser', 1)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, expect.any(Number)]);
      const [newest, first] = (await api.as('regisseur').get('/v1/score-scales')).body.items;
      expect([newest.version, first.version]).toEqual([2, 1]);

      // What was on the screen is not what holds today.
      expect((await measure(family, { measuredOn: TODAY })).body.errors).toEqual([{ field: 'scaleId', message: 'Op deze dag geldt een andere schaal. Kies de stappen opnieuw.' }]);
      expect((await measure(family, { measuredOn: TODAY, scaleId: newest.id, scores: [score('finances', 3)] })).status).toBe(201);
      const money = (await read(family)).series.find(({ domain }: { domain: string }) => domain === 'finances');
      expect(money).toMatchObject({ change: 'other-scale', points: [{ scaleVersion: 1, label: 'Het gaat moeilijk', place: null }, { scaleVersion: 2, label: 'Goed', place: 3 }] });

      // A day of before is still measured, and corrected, with the scale of then.
      expect((await measure(family, { measuredOn: before })).status).toBe(201);

      expect((await make('policy-adviser', 2, { validFrom: addDays(TODAY, 1), mapsPrevious: [1, 2, 2] })).status).toBe(201);
      expect((await make('policy-adviser', 3, { validFrom: addDays(TODAY, 2), mapsPrevious: [3, 2, 1] })).body.errors[0].field).toBe('mapsPrevious');
    });
  });
});
