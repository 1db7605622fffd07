import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, assignRegisseur, type HouseholdFixture, userId } from '../support/households.js';
import { goalBody, planOf } from '../support/plans.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();
const day = (days: number) => addDays(TODAY, days);
const fieldsOf = ({ body }: { body: { errors?: { field: string; message: string }[] } }) => (body.errors ?? []).map(({ field, message }) => `${field}: ${message}`);

describe('one plan per family', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const reminders = (subject: string) =>
    api.db.query<{ user: string; state: string; title: string; day: string }>(
      `SELECT u.subject AS "user", r.state, r.title, (r.due_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS day FROM reminder r JOIN app_user u ON u.id = r.user_id
       WHERE r.subject_id = $1 ORDER BY r.created_at, r.id`, [subject]);

  it('begins with the first goal, in the words of the family', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    expect(await plan.read()).toMatchObject({ version: 0, goals: [], nextStep: { text: 'Schrijf samen met het gezin het eerste doel op.' }, allowedActions: ['edit'] });
    const { status, body } = await plan.addGoal();
    expect(status).toBe(201);
    expect(await plan.read()).toMatchObject({
      goals: [{ id: body.id, lifeDomain: 'finances', words: 'Wij willen rustig slapen', state: 'open', version: 1, allowedActions: ['reach', 'drop'] }],
      nextStep: { text: 'Spreek af wie wat doet voor dit doel: "Wij willen rustig slapen"' }, agreement: null, allowedActions: ['edit', 'agree', 'export'],
    });
  });

  it('has an area of life for every goal', async () => {
    const family = await aHousehold(api.db);
    const refused = await planOf(api, family).addGoal({ lifeDomain: undefined });
    expect([refused.status, ...fieldsOf(refused)]).toEqual([400, 'lifeDomain: Kies bij welk leefgebied dit doel hoort.']);
    expect((await planOf(api, family).addGoal({ lifeDomain: 'magic' })).status).toBe(400);
    expect((await planOf(api, family).addGoal({ words: '  ' })).status).toBe(400);
  });

  it('is written once, however often the same request comes', async () => {
    const family = await aHousehold(api.db);
    const twice = () => api.as('regisseur').call('POST', `/v1/households/${family.id}/plan-goals`, { body: goalBody(), headers: { 'idempotency-key': 'a-goal-of-this-family' } });
    const [first, second] = [await twice(), await twice()];
    expect(second.body).toEqual(first.body);
    expect((await planOf(api, family).read()).goals).toHaveLength(1);
  });

  it('lets two people write at once: both goals stand in one plan', async () => {
    const family = await aHousehold(api.db);
    const answers = await Promise.all(['Een', 'Twee', 'Drie', 'Vier'].map((words) => planOf(api, family).addGoal({ words })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await planOf(api, family).read()).goals).toHaveLength(4);
    expect(await api.db.query('SELECT FROM family_plan WHERE household_id = $1', [family.id])).toHaveLength(1);
  });

  it('refuses a stale edit of a goal and keeps the first one', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    const { body: { id } } = await plan.addGoal();
    const edits = await Promise.all([plan.put(`plan-goals/${id}`, goalBody({ words: 'Van mij' }), 1), plan.put(`plan-goals/${id}`, goalBody({ words: 'Van haar' }), 1)]);
    expect(edits.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await plan.read()).goals[0]).toMatchObject({ version: 2 });
    expect(await plan.put(`plan-goals/${newId()}`, goalBody(), 1)).toMatchObject({ status: 404 });
  });

  it('stops a goal only with a reason, and takes it up again', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    const { body: { id } } = await plan.addGoal();
    const refused = await plan.moveGoal(id, { move: 'drop' });
    expect([refused.status, ...fieldsOf(refused)]).toEqual([422, 'reason: Schrijf op waarom dit doel stopt.']);
    expect((await plan.moveGoal(id, { move: 'drop', reason: 'Het is niet meer nodig.' })).status).toBe(204);
    expect((await plan.read()).goals[0]).toMatchObject({ state: 'dropped', stateReason: 'Het is niet meer nodig.', allowedActions: ['take-up'] });
    expect((await plan.moveGoal(id, { move: 'reach' }, 2)).status).toBe(409);
    expect((await plan.moveGoal(id, { move: 'take-up' }, 2)).status).toBe(204);
    expect((await plan.read()).goals[0]).toMatchObject({ state: 'open', stateReason: null });
  });

  it('puts the goals in the order that the family wants', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    const ids: string[] = [];
    for (const words of ['Een', 'Twee', 'Drie']) ids.push((await plan.addGoal({ words })).body.id);
    const { version } = await plan.read();
    expect((await plan.put('plan/order', { goalIds: [ids[2], ids[0]] }, version)).status).toBe(204);
    expect((await plan.read()).goals.map(({ words }: { words: string }) => words)).toEqual(['Drie', 'Een', 'Twee']);
    expect((await plan.put('plan/order', { goalIds: ids }, version)).status).toBe(412);
    expect((await plan.put('plan/order', { goalIds: [newId()] }, (await plan.read()).version)).status).toBe(412);
  });

  it.each([
    ['a day that has been', (): object => ({ dueOn: day(-1) }), 'dueOn: Deze dag is al geweest. Kies vandaag of later.'],
    ['a member of another family', (other: HouseholdFixture): object => ({ ownerMemberId: other.members['Fatima'] }), 'ownerMemberId: Dit gezinslid hoort niet bij dit gezin.'],
    ['somebody of the network without a part', (): object => ({ ownerKind: 'network', ownerRole: ' ' }), 'ownerRole: Schrijf op wie het is, zoals "oma" of "de buurman".'],
    ['no day', (): object => ({ dueOn: undefined }), 'dueOn: Vul dit in.'],
  ])('refuses an action with %s', async (_title, wrong, message) => {
    const refused = await planOf(api, await aHousehold(api.db)).addAction(wrong(await aHousehold(api.db)));
    expect([refused.status, ...fieldsOf(refused)]).toEqual([400, message]);
  });

  it('refuses a colleague who is not in this family, and a goal of another family', async () => {
    const family = await aHousehold(api.db);
    const refused = await planOf(api, family).addAction({ ownerKind: 'user', ownerUserId: await userId(api.db, 'regisseur-zuid') });
    expect([refused.status, ...fieldsOf(refused)]).toEqual([400, 'ownerUserId: Deze collega is niet betrokken bij dit gezin en ziet het plan dus niet.']);
    const other = await planOf(api, await aHousehold(api.db)).addGoal();
    expect(fieldsOf(await planOf(api, family).addAction({ goalId: other.body.id }))).toEqual(['goalId: Dit doel staat niet in het plan van dit gezin.']);
  });

  it('reminds the colleague on the day, moves along with owner and day, and is quiet when it is done', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    const plan = planOf(api, family);
    const mine = { ownerKind: 'user', ownerUserId: await userId(api.db, 'regisseur'), what: 'De school bellen' };
    const { body: { id } } = await plan.addAction(mine);
    expect(await reminders(id)).toEqual([{ user: 'regisseur', state: 'scheduled', title: 'Plan: De school bellen', day: day(7) }]);
    const hers = { what: 'De school bellen', ownerKind: 'user', ownerUserId: await userId(api.db, 'case-worker'), dueOn: day(3) };
    expect((await plan.put(`plan-actions/${id}`, hers, 1)).status).toBe(204);
    expect((await reminders(id)).map(({ user, state, day: on }) => [user, state, on])).toEqual([['regisseur', 'cancelled', day(7)], ['case-worker', 'scheduled', day(3)]]);
    expect((await plan.moveAction(id, { move: 'finish' }, 2)).status).toBe(204);
    expect((await reminders(id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await plan.moveAction(id, { move: 'take-up' }, 3)).status).toBe(204);
    expect((await reminders(id)).filter(({ state }) => state === 'scheduled')).toMatchObject([{ user: 'case-worker' }]);
  });

  it('lets the colleague whose action it is tick it off, and change nothing else', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    const mine = (await planOf(api, family).addAction({ ownerKind: 'user', ownerUserId: await userId(api.db, 'case-worker') })).body.id;
    const theirs = (await planOf(api, family).addAction()).body.id;
    const colleague = planOf(api, family, 'case-worker');
    expect((await colleague.read()).allowedActions).toEqual([]);
    expect((await colleague.moveAction(theirs, { move: 'finish' })).status).toBe(403);
    expect((await colleague.moveAction(mine, { move: 'drop', reason: 'Geen tijd.' })).status).toBe(403);
    expect((await colleague.moveAction(mine, { move: 'finish' })).status).toBe(204);
    expect((await colleague.addGoal()).status).toBe(403);
    expect((await planOf(api, family).read()).actions.find(({ id }: { id: string }) => id === mine)).toMatchObject({ state: 'done' });
  });

  it('gives the open actions of a regisseur who left to the next one, with their reminder', async () => {
    const family = await aHousehold(api.db);
    const { body: { id } } = await planOf(api, family).addAction({ ownerKind: 'user', ownerUserId: await userId(api.db, 'regisseur') });
    await api.db.query(`UPDATE regisseur_assignment SET state = 'ended' WHERE id = $1`, [family.assignmentId]);
    await assignRegisseur(api.db, family.id, 'regisseur-zuid');
    expect((await planOf(api, family, 'regisseur-zuid').read()).actions[0]).toMatchObject({ id, owner: 'Lars Feenstra' });
    expect(await reminders(id)).toMatchObject([{ user: 'regisseur-zuid', state: 'scheduled' }]);
  });

  it('changes no more when the case is over', async () => {
    const family = await aHousehold(api.db);
    await planOf(api, family).addGoal();
    // Two tabs: the case is closed in one of them while the other still stands open.
    await api.db.query('ALTER TABLE household DISABLE TRIGGER household_ends');
    await api.db.query(`UPDATE household SET state = 'closed', ended_at = now() WHERE id = $1`, [family.id]);
    await api.db.query('ALTER TABLE household ENABLE TRIGGER household_ends');
    for (const refused of [await planOf(api, family).addGoal(), await planOf(api, family).addAction()]) {
      expect(refused).toMatchObject({ status: 409, body: { detail: 'Dit gezin is afgesloten. Het plan verandert niet meer. Heropen het gezin eerst.' } });
    }
  });

  it('is not there for another team, another municipality or a team lead, until the family is scaled up', async () => {
    const family = await aHousehold(api.db);
    await planOf(api, family).addGoal();
    for (const persona of ['regisseur-zuid', 'regisseur-hoogeveen', 'team-lead']) {
      expect((await api.as(persona).get(`/v1/households/${family.id}/plan`)).status).toBe(404);
      expect((await planOf(api, family, persona).addGoal()).status).toBe(persona === 'team-lead' ? 403 : 404);
    }
    const scaledUp = await aHousehold(api.db, { state: 'scaled-up' });
    await planOf(api, scaledUp).addGoal();
    expect(await planOf(api, scaledUp, 'team-lead').read()).toMatchObject({ goals: [{ words: 'Wij willen rustig slapen', allowedActions: [] }], allowedActions: [] });
  });

  it('keeps the phase with the reason, and its history', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    await plan.addGoal();
    const move = async (body: object) => plan.post('plan/phases', { since: TODAY, reason: 'We kennen elkaar nu.', ...body }, (await plan.read()).version);
    expect((await move({ phase: 'life-plan' })).status).toBe(400);
    expect((await move({ phase: 'meet', since: day(-10) })).status).toBe(204);
    expect(fieldsOf(await move({ phase: 'work', since: day(-11) }))).toEqual(['since: Deze dag ligt voor het begin van de vorige fase.']);
    expect((await move({ phase: 'work' })).status).toBe(204);
    expect((await plan.read()).phase).toMatchObject({ model: 'Gezinsplan', current: 'work', history: [{ name: 'Aan de slag', by: 'Jelle Hoekstra' }, { name: 'Kennismaken', since: day(-10) }] });
  });

  it('walks the road of its own municipality', async () => {
    const family = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
    await api.db.query(`UPDATE municipality SET settings = settings || '{"plan": {"phases": "life-plan", "schemes": [{"code": "kindpakket", "name": "Kindpakket"}]}}' WHERE id = $1`, [family.municipalityId]);
    const read = await planOf(api, family, 'regisseur-hoogeveen').read();
    expect(read.phase.phases.map(({ name }: { name: string }) => name)).toEqual(['Binden en boeien', 'Levensplan maken', 'Kennismaken met werk', 'Aan de slag', 'Lange nazorg']);
    expect(read.schemes).toEqual([{ code: 'kindpakket', name: 'Kindpakket', about: '', state: 'to-look-at', since: null, reason: null, version: 0 }]);
  });

  it('ticks off the schemes, two people one after the other', async () => {
    const plan = planOf(api, await aHousehold(api.db));
    const set = (body: object, version: number) => plan.put('plan/schemes/kindpas', body, version);
    expect(fieldsOf(await set({ state: 'not-applicable' }, 0))).toEqual(['reason: Schrijf op waarom deze regeling niet past.']);
    expect(fieldsOf(await set({ state: 'requested' }, 0))).toEqual(['since: Schrijf op welke dag dat was.']);
    expect((await Promise.all([set({ state: 'requested', since: TODAY }, 0), set({ state: 'granted', since: TODAY }, 0)])).map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await set({ state: 'used', since: TODAY }, 1)).status).toBe(204);
    expect((await plan.read()).schemes.find(({ code }: { code: string }) => code === 'kindpas')).toMatchObject({ state: 'used', since: TODAY, version: 2 });
    expect((await plan.put('plan/schemes/unknown', { state: 'to-look-at' }, 0)).status).toBe(404);
  });
});
