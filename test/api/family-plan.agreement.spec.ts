import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';
import { planOf } from '../support/plans.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();
const day = (days: number) => addDays(TODAY, days);

describe('the family agrees to its plan', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const aPlan = async (family: HouseholdFixture) => {
    const plan = planOf(api, family);
    const goal = (await plan.addGoal()).body.id as string;
    const action = (await plan.addAction({ goalId: goal })).body.id as string;
    return { ...plan, goal, action };
  };
  const messagesOf = ({ body }: { body: { errors?: { message: string }[] } }) => (body.errors ?? []).map(({ message }) => message);

  it('keeps what was agreed, by whom, how and with which reservations, and reminds the regisseur of the review', async () => {
    const family = await aHousehold(api.db, { reportedOn: day(-60) });
    const plan = await aPlan(family);
    const { Fatima, Noor } = family.members;
    const agreedBy = [{ forMemberId: Fatima, memberId: Fatima, capacity: 'self' }, { forMemberId: Noor, memberId: Fatima, capacity: 'parent-with-authority' }];
    const agreed = await plan.agree({ agreedBy, how: 'paper', reservations: 'Liever niet op maandag.', agreedOn: day(-1), reviewOn: day(60) });
    expect([agreed.status, agreed.body]).toEqual([201, { number: 1 }]);
    expect(await plan.read()).toMatchObject({
      agreement: {
        number: 1, agreedOn: day(-1), how: 'paper', reservations: 'Liever niet op maandag.', recordedBy: 'Jelle Hoekstra',
        agreedBy: ['Fatima Bouzid', 'Noor Bouzid: ja gezegd door Fatima Bouzid (ouder met gezag)'],
      },
      changes: [], reviewOn: day(60),
    });
    expect(await api.db.query(`SELECT r.kind, (r.due_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS day FROM reminder r WHERE household_id = $1`, [family.id]))
      .toEqual([{ kind: 'plan-review-due', day: day(60) }]);
    expect(await api.db.query('SELECT agreed_version FROM family_plan WHERE household_id = $1', [family.id])).toEqual([{ agreed_version: 1 }]);
  });

  it('says what changed since, and in each version what changed before it', async () => {
    const plan = await aPlan(await aHousehold(api.db));
    await plan.agree();
    await plan.moveAction(plan.action, { move: 'finish' });
    await plan.addGoal({ lifeDomain: 'housing', words: 'Een huis met een tuin' });
    const changes = ['Nieuw doel bij wonen: "Een huis met een tuin".', 'Gedaan: De post openmaken.'];
    expect(await plan.read()).toMatchObject({ changes, nextStep: { text: 'Spreek af wie wat doet voor dit doel: "Een huis met een tuin"' } });
    await plan.agree();
    const versions = await plan.versions();
    expect(versions).toMatchObject([{ number: 2, changes, snapshot: { goals: [{}, { words: 'Een huis met een tuin' }] } }, { number: 1, changes: [], snapshot: { actions: [{ state: 'open', owner: 'Fatima Bouzid' }] } }]);
    const [page] = [(await api.as('regisseur').get(`${plan.path}/plan-versions?limit=1`)).body];
    expect(page.items).toMatchObject([{ number: 2, changes }]);
    expect((await api.as('regisseur').get(`${plan.path}/plan-versions?limit=1&cursor=${page.nextCursor}`)).body).toMatchObject({ items: [{ number: 1 }], nextCursor: null });
  });

  it('is about the plan as the family saw it: a change in between is asked again', async () => {
    const plan = await aPlan(await aHousehold(api.db));
    const { version } = await plan.read();
    await plan.addGoal({ words: 'Nog een doel' });
    expect((await plan.agree({}, version)).status).toBe(412);
    const same = (await plan.read()).version;
    expect((await Promise.all([plan.agree({}, same), plan.agree({}, same)])).map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await plan.versions()).toHaveLength(1);
  });

  it('asks for a goal first', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    expect((await plan.agree({}, 1)).status).toBe(404);
    const { body: { id } } = await plan.addGoal();
    await plan.moveGoal(id, { move: 'drop', reason: 'Toch niet.' });
    expect(await plan.agree()).toMatchObject({ status: 422, body: { detail: 'In dit plan staat nog geen doel. Schrijf er eerst een op met het gezin.' } });
  });

  it.each([
    ['a child of nine alone', ({ Noor }: Record<string, string>) => [{ forMemberId: Noor, memberId: Noor, capacity: 'self' }], 'Minstens één gezinslid van 16 jaar of ouder moet zelf ja zeggen tegen het plan.'],
    ['a stranger', ({ Fatima }: Record<string, string>, other: HouseholdFixture) => [
      { forMemberId: Fatima, memberId: Fatima, capacity: 'self' }, { forMemberId: other.members['Erik'], memberId: other.members['Erik'], capacity: 'self' }], 'Dit gezinslid hoort niet bij dit gezin.'],
    ['a parent without authority for the child', ({ Fatima, Noor, Erik }: Record<string, string>) => [
      { forMemberId: Fatima, memberId: Fatima, capacity: 'self' }, { forMemberId: Noor, memberId: Erik, capacity: 'parent-without-authority' }], 'Een ouder zonder gezag kan hier geen ja zeggen. Vraag het aan wie gezag heeft.'],
  ])('refuses the yes of %s', async (_who, yeses, message) => {
    const family = await aHousehold(api.db);
    const refused = await (await aPlan(family)).agree({ agreedBy: yeses(family.members, await aHousehold(api.db)) });
    expect(refused.status).toBe(400);
    expect(messagesOf(refused)).toContain(message);
  });

  it.each([
    ['tomorrow', { agreedOn: day(1) }, 'Deze dag moet nog komen. Kies vandaag of eerder.'],
    ['before the family was reported', { agreedOn: '2026-08-31' }, 'Het gezin is aangemeld op 1 september 2026. Eerder kan er geen plan zijn.'],
    ['with a review today', { reviewOn: TODAY }, 'Kies een dag na vandaag.'],
  ])('refuses an agreement %s', async (_title, more, message) => {
    const refused = await (await aPlan(await aHousehold(api.db))).agree(more);
    expect([refused.status, ...messagesOf(refused)]).toEqual([400, message]);
  });

  it('refuses a yes from before somebody was born', async () => {
    const family = await aHousehold(api.db, { reportedOn: day(-60), members: [
      { role: 'main', firstName: 'Fatima', birthDate: '1988-04-12' }, { role: 'child', firstName: 'Noor', birthDate: day(-10) },
    ] });
    const { Fatima, Noor } = family.members;
    const agreedBy = [{ forMemberId: Fatima, memberId: Fatima, capacity: 'self' }, { forMemberId: Noor, memberId: Fatima, capacity: 'parent-with-authority' }];
    expect(messagesOf(await (await aPlan(family)).agree({ agreedBy, agreedOn: day(-11) }))).toEqual(['Op deze dag was een van deze gezinsleden nog niet geboren.']);
  });

  it('moves the review, and the reminder with it', async () => {
    const plan = await aPlan(await aHousehold(api.db));
    await plan.agree();
    const { version } = await plan.read();
    expect((await plan.put('plan/review', { reviewOn: day(30) }, version)).status).toBe(204);
    expect((await plan.put('plan/review', { reviewOn: day(31) }, version)).status).toBe(412);
    expect((await api.as('regisseur').get(plan.path)).body.reminders).toMatchObject([{ title: 'Bespreek met het gezin hoe het plan loopt.' }]);
  });

  it('is never changed afterwards, not even past the API', async () => {
    const [grants] = await api.db.query<{ may: boolean }>(`SELECT has_table_privilege('naast_app', 'plan_version', 'UPDATE') OR has_table_privilege('naast_app', 'plan_version', 'DELETE') AS may`);
    expect(grants).toEqual({ may: false });
  });
});
