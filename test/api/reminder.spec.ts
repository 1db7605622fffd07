import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';

const NEXT_YEAR = '2027-03-01T09:00:00Z';

describe('reminders about a family', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db, { intakeBy: 'case-worker' });
  });
  afterAll(() => api.close());

  const plan = (persona: string, body: object = {}, householdId = family.id) =>
    api.as(persona).post(`/v1/households/${householdId}/reminders`, { title: 'Bel de corporatie', dueAt: NEXT_YEAR, ...body });
  const mine = async (persona: string, state = 'scheduled') => (await api.as(persona).get(`/v1/reminders?state=${state}`)).body.items;

  it('the regisseur sets one, finds it back and sees that it can still be crossed out', async () => {
    const made = await plan('regisseur');
    expect(made.status).toBe(201);
    const [found] = (await mine('regisseur')).filter((item: { id: string }) => item.id === made.body.id);
    expect(found).toMatchObject({ title: 'Bel de corporatie', householdName: 'Familie Bouzid', origin: 'person', allowedActions: ['finish', 'cancel'] });
  });

  it('writes its alarm in the same breath: an outbox row at the same moment, with an id and nothing else', async () => {
    const { body } = await plan('regisseur', { title: 'Vraag naar de huur' });
    const rows = await api.db.query('SELECT payload, run_at FROM outbox WHERE dedupe_key = $1', [`reminder:${body.id}`]);
    expect(rows).toEqual([{ payload: { reminderId: body.id }, run_at: new Date(NEXT_YEAR) }]);
  });

  it('the case worker who did the intake may set one too', async () => {
    expect((await plan('case-worker')).status).toBe(201);
  });

  it.each([['regisseur-zuid', 404], ['regisseur-hoogeveen', 404], ['team-lead', 403], ['gkb', 403]])(
    'somebody who is not in the dossier can not: %s gets %i', async (persona, status) => {
      expect((await plan(persona)).status).toBe(status);
    },
  );

  it.each([
    ['a moment that has passed', { dueAt: '2020-01-01T09:00:00Z' }, 'dueAt'],
    ['a day that does not exist', { dueAt: '2027-02-30T09:00:00Z' }, 'dueAt'],
    ['no title', { title: '  ' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'title'],
    ['an unknown field', { colour: 'red' }, 'colour'],
  ])('refuses %s and names the field', async (_what, body, field) => {
    const answer = await plan('regisseur', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('is crossed out once; a second tab hears that it was too late', async () => {
    const { body: { id } } = await plan('regisseur');
    expect((await api.as('regisseur').call('DELETE', `/v1/reminders/${id}`)).status).toBe(428);
    expect((await api.as('regisseur').call('DELETE', `/v1/reminders/${id}`, { version: 1 })).status).toBe(204);
    expect((await api.as('regisseur').call('DELETE', `/v1/reminders/${id}`, { version: 1 })).status).toBe(412);
    expect((await api.as('regisseur').call('DELETE', `/v1/reminders/${id}`, { version: 2 })).status).toBe(409);
  });

  it('is ticked off and leaves the list of today', async () => {
    const { body: { id } } = await plan('regisseur');
    expect((await api.as('regisseur').post(`/v1/reminders/${id}/completion`, undefined, { version: 1 })).status).toBe(204);
    expect((await mine('regisseur')).map((item: { id: string }) => item.id)).not.toContain(id);
  });

  it('a colleague in the same dossier can not touch it', async () => {
    const { body: { id } } = await plan('regisseur');
    expect((await api.as('case-worker').call('DELETE', `/v1/reminders/${id}`, { version: 1 })).status).toBe(404);
  });

  it('a request that is sent twice makes one reminder and gets the first answer', async () => {
    const send = () => plan2('same-key');
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    const other = await api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Iets anders', dueAt: NEXT_YEAR }, { headers: { 'idempotency-key': 'same-key' } });
    expect(other.status).toBe(422);
  });
  it('the same request ten times at once makes one reminder', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => plan2('ten-at-once')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  });
  const plan2 = (key: string) =>
    api.as('regisseur').post(`/v1/households/${family.id}/reminders`, { title: 'Eén keer', dueAt: NEXT_YEAR }, { headers: { 'idempotency-key': key } });
});
