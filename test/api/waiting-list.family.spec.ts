import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '#kernel';
import { URGENCIES } from '#households';
import { orderOf, type WaitingTurn, whyThisPlace, aheadOf } from '#regie';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();
const day = (days: number): LocalDate => addDays(TODAY, days);

describe('a family that waits', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const waits = (more: object = {}): Promise<HouseholdFixture> => aHousehold(api.db, { regisseur: null, teamOf: 'team-lead', reportedOn: day(-20), ...more });
  const page = async ({ id }: HouseholdFixture, persona = 'team-lead') => (await api.as(persona).get(`/v1/households/${id}/waiting`)).body;
  const change = ({ id }: HouseholdFixture, body: object, version = 1, persona = 'team-lead') => api.as(persona).post(`/v1/households/${id}/urgency-changes`, { urgency: 'hoog', reason: 'De huur is opgezegd.', ...body }, { version });
  const call = ({ id }: HouseholdFixture, body: object = {}, persona = 'case-worker') => api.as(persona).post(`/v1/households/${id}/waiting-contacts`, { calledOn: TODAY, outcome: 'voicemail', ...body });
  const undo = ({ id }: HouseholdFixture, contact: string, persona = 'case-worker') => api.as(persona).post(`/v1/households/${id}/waiting-contacts/${contact}/undo`);
  const onList = async ({ id }: HouseholdFixture) => (await api.as('team-lead').get('/v1/waiting-list?limit=100')).body.items.find((item: { householdId: string }) => item.householdId === id);
  const remindersOf = ({ id }: HouseholdFixture) => api.db.query<{ state: string; title: string }>(`SELECT state, title FROM reminder WHERE subject_id = $1 ORDER BY id`, [id]);

  it('gets another urgency with a reason and a name; the history stays', async () => {
    const family = await waits();
    expect((await change(family, {})).status).toBe(204);
    expect((await change(family, { urgency: 'spoed', reason: 'De stroom gaat morgen uit.' }, 2, 'case-worker')).status).toBe(204);
    expect(await page(family)).toMatchObject({
      urgency: 'spoed', urgencyReason: 'De stroom gaat morgen uit.', version: 3, waitingDays: 20, targetDays: 3, overTargetDays: 17,
      urgencyHistory: [{ by: 'Sanne Bakker', from: 'hoog', to: 'spoed', reason: 'De stroom gaat morgen uit.' }, { by: 'Marieke Postma', from: 'normaal', to: 'hoog' }],
    });
    const [event] = await api.db.query<{ text: string }>(`SELECT text FROM household_event WHERE household_id = $1 ORDER BY at DESC, id DESC`, [family.id]);
    expect(event?.text).toBe('De urgentie is veranderd van hoog in spoed.');
  });

  it('keeps the urgency of the other, when two people change it at once', async () => {
    const family = await waits();
    const answers = await Promise.all([change(family, { urgency: 'hoog' }), change(family, { urgency: 'laag' }, 1, 'case-worker')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 412]);
    expect((await page(family)).urgencyHistory).toHaveLength(1);
  });

  it.each<[string, object, number, string, number]>([
    ['the urgency that it has', { urgency: 'normaal' }, 1, 'team-lead', 400],
    ['no reason', { reason: ' ' }, 1, 'team-lead', 400],
    ['somebody of another team', {}, 1, 'team-lead-zuid', 404],
    ['somebody of another municipality', {}, 1, 'team-lead-hoogeveen', 404],
    ['a regisseur', {}, 1, 'regisseur', 403],
  ])('keeps its urgency: %s', async (_, body, version, persona, status) => {
    const family = await waits();
    expect((await change(family, body, version, persona)).status).toBe(status);
    expect((await page(family)).urgencyHistory).toEqual([]);
  });

  it('is called: the list shows when, and a next try comes back by itself', async () => {
    const family = await waits({ reportedOn: day(-40) });
    expect(await onList(family)).toMatchObject({ lastCalledOn: null, callOverdue: true });
    const { status } = await call(family, { calledOn: day(-1), note: 'Bel na vier uur.', nextTryOn: day(3) });
    expect(status).toBe(201);
    expect(await onList(family)).toMatchObject({ lastCalledOn: day(-1), callOverdue: false, version: 1 });
    expect(await page(family, 'case-worker')).toMatchObject({ calls: [{ calledOn: day(-1), by: 'Sanne Bakker', outcome: 'voicemail', note: 'Bel na vier uur.', nextTryOn: day(3), undone: false, allowedActions: ['undo'] }] });
    expect(await remindersOf(family)).toEqual([{ state: 'scheduled', title: 'Bel dit gezin op de wachtlijst.' }]);
  });

  it('is called by a colleague: nobody else needs to call any more', async () => {
    const family = await waits();
    await call(family, { nextTryOn: day(2) });
    await call(family, { outcome: 'reached' }, 'team-lead');
    expect(await remindersOf(family)).toEqual([expect.objectContaining({ state: 'cancelled' })]);
  });

  it('a slip of the finger is taken back by who made it; it stays readable', async () => {
    const family = await waits();
    await call(family, { calledOn: day(-3) });
    const { body } = await call(family, { outcome: 'reached' });
    expect((await undo(family, body.id, 'team-lead')).status).toBe(403);
    expect((await undo(family, body.id)).status).toBe(204);
    expect((await undo(family, body.id)).status).toBe(403);
    expect(await onList(family)).toMatchObject({ lastCalledOn: day(-3) });
    expect((await page(family)).calls).toEqual([expect.objectContaining({ undone: true }), expect.objectContaining({ undone: false })]);
    expect((await undo(await waits(), body.id)).status).toBe(404);
  });

  it('sending a call twice with one key notes it once', async () => {
    const family = await waits();
    const send = () => api.as('case-worker').post(`/v1/households/${family.id}/waiting-contacts`, { calledOn: TODAY, outcome: 'reached' }, { headers: { 'idempotency-key': `call-${family.id}` } });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await page(family)).calls).toHaveLength(1);
  });

  it.each<[string, object, string, number]>([
    ['a day that is still to come', { calledOn: day(1) }, 'case-worker', 400],
    ['a next try in the past', { nextTryOn: day(-1) }, 'case-worker', 400],
    ['an outcome that we do not know', { outcome: 'weg' }, 'case-worker', 400],
    ['another team', {}, 'team-lead-zuid', 404],
    ['another municipality', {}, 'team-lead-hoogeveen', 404],
    ['a partner', {}, 'gkb', 403],
  ])('no call is noted: %s', async (_, body, persona, status) => {
    const family = await waits();
    expect((await call(family, body, persona)).status).toBe(status);
    expect((await page(family)).calls).toEqual([]);
  });

  it('once it left the list nobody calls it from there, and the plan to call ends', async () => {
    const family = await waits();
    await call(family, { nextTryOn: day(5) });
    await api.db.query(`UPDATE household SET state = 'intake' WHERE id = $1`, [family.id]);
    expect(await remindersOf(family)).toEqual([expect.objectContaining({ state: 'cancelled' })]);
    expect([(await call(family)).status, (await change(family, {})).status]).toEqual([404, 409]);
    expect(await page(family)).toMatchObject({ status: 404, detail: 'Dit gezin staat niet op de wachtlijst van jouw team.' });
  });

  it('back from the intake it keeps its first day; after a reopening it begins anew', async () => {
    const family = await waits({ reportedOn: day(-60) });
    await call(family);
    const move = (state: string) => api.db.query('UPDATE household SET state = $2 WHERE id = $1', [family.id, state]);
    await move('intake');
    await move('waiting-list');
    expect(await onList(family)).toMatchObject({ waitingSince: day(-60), waitingDays: 60, lastCalledOn: TODAY });
    // With an intake in between too: the help of before is no waiting.
    for (const state of ['intake', 'reopened', 'intake', 'waiting-list']) await move(state);
    expect(await onList(family)).toMatchObject({ waitingSince: TODAY, waitingDays: 0, lastCalledOn: null });
    const periods = await api.db.query('SELECT ended_on IS NULL AS open FROM waiting_period WHERE household_id = $1 ORDER BY id', [family.id]);
    expect(periods.map(({ open }) => open)).toEqual([false, false, true]);
  });

  it('the targets are those of the municipality', async () => {
    const family = await waits();
    await api.db.query(`UPDATE municipality SET settings = settings || '{"waitingList": {"targetDays": {"normaal": 7}, "callEveryDays": 90}}' WHERE name = 'Groningen'`);
    expect(await onList(family)).toMatchObject({ targetDays: 7, overTargetDays: 13, callOverdue: false });
    await api.db.query(`UPDATE municipality SET settings = settings - 'waitingList' WHERE name = 'Groningen'`);
  });

  it('every place in the list is the place that the rules give, and says so', async () => {
    const random = fc.sample(fc.record({ urgency: fc.constantFrom(...URGENCIES), days: fc.nat(5) }), { numRuns: 24, seed: 23 });
    for (const { urgency, days } of random) await waits({ urgency, reportedOn: day(-days) });
    const { items } = (await api.as('team-lead').get('/v1/waiting-list?limit=100')).body as { items: (Omit<WaitingTurn, 'id'> & { householdId: string; place: number })[] };
    const turns = items.map((item) => ({ ...item, id: item.householdId }));
    expect(turns.map(({ id }) => id)).toEqual(orderOf(turns.toReversed()).map(({ id }) => id));
    expect(turns.map(({ place }) => place)).toEqual(turns.map((_, at) => at + 1));
    for (const at of [0, 5, turns.length - 1]) {
      const turn = turns[at] as WaitingTurn & { place: number };
      const { body } = await api.as('team-lead').get(`/v1/households/${turn.id}/waiting`);
      expect([body.place, body.why]).toEqual([turn.place, whyThisPlace(turn, aheadOf(turn, turns))]);
    }
    const first = (await api.as('team-lead').get('/v1/waiting-list?limit=10')).body;
    const second = (await api.as('team-lead').get(`/v1/waiting-list?limit=10&cursor=${first.nextCursor}`)).body;
    expect(second.items[0].place).toBe(11);
  });

  it('its dossier stays closed for who only keeps the list', async () => {
    const family = await waits();
    await call(family, {}, 'team-lead');
    expect(await api.db.query('SELECT FROM household_access WHERE household_id = $1 AND user_id = $2', [family.id, await userId(api.db, 'team-lead')])).toEqual([]);
  });
});
