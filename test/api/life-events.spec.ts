import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, type LocalDate, shiftToWorkingDay } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, assignRegisseur, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { theDayInAmsterdam } from '../support/today.js';

const TODAY = theDayInAmsterdam();
const MOVE_ON = addMonths(TODAY, 6);
const MEMBERS = [
  { role: 'main', firstName: 'Fatima', birthDate: '1988-04-12' },
  { role: 'partner', firstName: 'Erik', birthDate: '1985-09-30' },
  { role: 'child', firstName: 'Sem', birthDate: addMonths(TODAY, -12 * 17 - 8) },
  { role: 'child', firstName: 'Noor', birthDate: '2017-02-03' },
] as const;

interface Action { what: string; dueOn: LocalDate; state: string; owner: string; id: string }

describe('a life event', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const aFamily = () => aHousehold(api.db, { intakeBy: 'case-worker', members: MEMBERS });
  const path = ({ id }: HouseholdFixture) => `/v1/households/${id}/life-events`;
  const start = (family: HouseholdFixture, body: object, persona = 'regisseur') => api.as(persona).post(path(family), body);
  const events = async (family: HouseholdFixture) => (await api.as('regisseur').get(path(family))).body.events;
  const only = async (family: HouseholdFixture) => (await events(family))[0];
  const actionOf = (event: { actions: Action[] }, words: string) => event.actions.find(({ what }) => what.includes(words));
  const reminders = (family: HouseholdFixture, kind: string) => api.db.query<{ state: string; title: string; due: LocalDate }>(
    `SELECT state, title, (due_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS due FROM reminder WHERE household_id = $1 AND kind = $2 ORDER BY due_at`, [family.id, kind]);

  it('is shown before it is started, and keeps nothing then', async () => {
    const family = await aFamily();
    const { status, body } = await api.as('regisseur').post(`/v1/households/${family.id}/life-event-preview`, { kind: 'turning-18', memberId: family.members['Sem'] });
    expect([status, body.on]).toEqual([200, addMonths(TODAY, 4)]);
    expect(body.items).toContainEqual({ code: 'future-plan', text: expect.stringContaining('JIM'), dueOn: shiftToWorkingDay(TODAY), late: true, owner: 'de regisseur' });
    expect(body.items).toContainEqual(expect.objectContaining({ code: 'health-insurance', dueOn: addMonths(addMonths(TODAY, 4), -1), late: false, owner: 'Sem Bouzid' }));
    expect(await events(family)).toEqual([]);
    expect(await api.db.query('SELECT FROM plan_action WHERE household_id = $1', [family.id])).toEqual([]);
  });

  it('puts its checklist in the plan, with owners, days and reminders', async () => {
    const family = await aFamily();
    expect((await start(family, { kind: 'move', on: MOVE_ON, note: 'Naar de Korreweg.' })).status).toBe(201);
    const event = await only(family);
    expect(event).toMatchObject({ kind: 'move', on: MOVE_ON, memberId: null, state: 'running', note: 'Naar de Korreweg.', allowedActions: ['correct', 'withdraw'], recordsToEnd: 0 });
    expect(event.actions).toHaveLength(9);
    expect(actionOf(event, 'binnen 5 dagen')).toMatchObject({ dueOn: addDays(MOVE_ON, 5), state: 'open', owner: 'Fatima Bouzid' });
    expect(actionOf(event, 'urgentieverklaring')).toMatchObject({ dueOn: addMonths(MOVE_ON, -3), owner: 'Jelle Hoekstra' });
    expect(await api.db.query('SELECT DISTINCT origin FROM plan_action WHERE household_id = $1', [family.id])).toEqual([{ origin: 'life-event' }]);
    expect(await reminders(family, 'plan-action-due')).toHaveLength(4);
    expect(await reminders(family, 'life-event-due')).toEqual([{ state: 'scheduled', title: 'Gebeurtenis: kijk of alles is geregeld.', due: shiftToWorkingDay(MOVE_ON) }]);
    expect(await api.db.query(`SELECT details FROM audit_event WHERE household_id = $1 AND action = 'life-event.started'`, [family.id])).toEqual([{ details: { actions: 9 } }]);
  });

  it('starts once, however often and by how many it is asked', async () => {
    const family = await aFamily();
    const answers = await Promise.all([1, 2, 3].map(() => start(family, { kind: 'divorce', on: TODAY })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await start(family, { kind: 'divorce', on: addDays(TODAY, 10) })).body.detail).toBe('Deze gebeurtenis is al gestart. Klopt de dag niet, verbeter die dan.');
    expect((await only(family)).actions).toHaveLength(10);
    // Another person, or another time, is another event.
    expect((await start(family, { kind: 'disability', memberId: family.members['Erik'], on: TODAY })).status).toBe(201);
    expect((await start(family, { kind: 'disability', memberId: family.members['Fatima'], on: TODAY })).status).toBe(201);
    expect((await start(family, { kind: 'divorce', on: addMonths(TODAY, 4) })).status).toBe(201);
  });

  it('on another day moves what is open; what was done stays', async () => {
    const family = await aFamily();
    const { id } = (await start(family, { kind: 'move', on: MOVE_ON })).body;
    const done = actionOf(await only(family), 'urgentieverklaring');
    await api.db.query(`UPDATE plan_action SET state = 'done' WHERE id = $1`, [done?.id]);
    const later = addMonths(MOVE_ON, 1);
    const correct = (version: number, body: object) => api.as('regisseur').call('PATCH', `${path(family)}/${id}`, { body, version });
    expect((await correct(9, { on: later })).status).toBe(412);
    expect((await correct(1, { on: later })).status).toBe(204);
    const event = await only(family);
    expect(event).toMatchObject({ on: later, version: 2 });
    expect(actionOf(event, 'binnen 5 dagen')).toMatchObject({ dueOn: addDays(later, 5) });
    expect(actionOf(event, 'urgentieverklaring')).toMatchObject({ dueOn: done?.dueOn, state: 'done' });
    expect((await reminders(family, 'life-event-due')).map(({ state, due }) => [state, due])).toEqual([['cancelled', shiftToWorkingDay(MOVE_ON)], ['scheduled', shiftToWorkingDay(later)]]);
    // A note alone moves nothing.
    expect((await correct(2, { note: 'De sleutel is er.' })).status).toBe(204);
    expect(await only(family)).toMatchObject({ on: later, note: 'De sleutel is er.', version: 3 });
  });

  it('that is withdrawn takes its open actions and reminders along; what was done stays', async () => {
    const family = await aFamily();
    const { id } = (await start(family, { kind: 'birth', on: MOVE_ON })).body;
    const done = actionOf(await only(family), 'kraamzorg');
    await api.db.query(`UPDATE plan_action SET state = 'done' WHERE id = $1`, [done?.id]);
    const withdraw = (version: number) => api.as('regisseur').post(`${path(family)}/${id}/withdrawal`, { reason: 'Het gaat niet door.' }, { version });
    expect([(await withdraw(5)).status, (await withdraw(1)).status, (await withdraw(2)).status]).toEqual([412, 204, 409]);
    const event = await only(family);
    expect(event).toMatchObject({ state: 'withdrawn', withdrawalReason: 'Het gaat niet door.', allowedActions: [] });
    expect(new Set(event.actions.map(({ state }: Action) => state))).toEqual(new Set(['done', 'dropped']));
    expect((await api.db.query(`SELECT FROM reminder WHERE household_id = $1 AND state = 'scheduled'`, [family.id]))).toEqual([]);
    // A new child is a new event.
    expect((await start(family, { kind: 'birth', on: MOVE_ON })).status).toBe(201);
  });

  describe('a death', () => {
    const yesterday = addDays(TODAY, -1);

    it('silences what reminded of this person, ends what was planned for them, and lists what runs on their name', async () => {
      const family = await aFamily();
      const sem = family.members['Sem'] ?? '';
      await start(family, { kind: 'turning-18', memberId: sem });
      const basis = (await recordBasis(api, family, 'Sem', await organisationId(api.db, 'Groningse Kredietbank'), ['name'])).body;
      await api.db.query(
        `INSERT INTO reminder (id, household_id, municipality_id, user_id, origin, kind, subject_id, title, due_at, state)
         VALUES (uuidv7(), $1, $2, $3, 'system', 'basis-expiring', $4, 'Een grondslag verloopt.', now(), 'fired')`, [family.id, family.municipalityId, await userId(api.db, 'regisseur'), basis.id]);
      expect((await start(family, { kind: 'death', memberId: sem, on: yesterday })).status).toBe(201);

      const [death, birthday] = await events(family);
      expect(death).toMatchObject({ kind: 'death', memberName: 'Sem Bouzid', state: 'running', recordsToEnd: 1 });
      expect(actionOf(death, 'uitvaart')?.owner).toBe('Jelle Hoekstra');
      expect(actionOf(death, 'huur')?.owner).toBe('Fatima Bouzid');
      expect([birthday.kind, birthday.state, new Set(birthday.actions.map(({ state }: Action) => state))]).toEqual(['turning-18', 'withdrawn', new Set(['dropped'])]);
      expect((await reminders(family, 'basis-expiring')).map(({ state }) => state)).toEqual(['cancelled']);
      expect(await api.db.query('SELECT left_on::text AS on, left_reason AS why FROM household_member WHERE id = $1', [sem])).toEqual([{ on: yesterday, why: 'deceased' }]);
      expect(await api.db.query('SELECT member_count AS n, child_count AS children FROM household WHERE id = $1', [family.id])).toEqual([{ n: 3, children: 1 }]);
      expect(await api.db.query(`SELECT field, new_value, reason FROM member_history WHERE member_id = $1`, [sem])).toEqual([{ field: 'leftOn', new_value: yesterday, reason: 'Overleden' }]);
      // The machine ends no ground: a person looks what the family still needs.
      expect(await api.db.query('SELECT state FROM legal_basis WHERE id = $1', [basis.id])).toEqual([{ state: 'active' }]);
      expect((await start(family, { kind: 'turning-18', memberId: sem })).body.errors).toEqual([{ field: 'memberId', message: 'Dit gezinslid hoort niet meer bij het gezin.' }]);
      expect((await start(family, { kind: 'death', memberId: sem, on: TODAY })).status).toBe(409);
    });

    it('that was written down by mistake is undone', async () => {
      const family = await aFamily();
      const erik = family.members['Erik'] ?? '';
      const { id } = (await start(family, { kind: 'death', memberId: erik, on: yesterday })).body;
      expect((await api.as('regisseur').call('PATCH', `${path(family)}/${id}`, { body: { on: TODAY }, version: 1 })).status).toBe(204);
      expect(await api.db.query('SELECT left_on::text AS on FROM household_member WHERE id = $1', [erik])).toEqual([{ on: TODAY }]);
      await api.as('regisseur').post(`${path(family)}/${id}/withdrawal`, { reason: 'De verkeerde persoon.' }, { version: 2 });
      expect(await api.db.query('SELECT left_on, left_reason FROM household_member WHERE id = $1', [erik])).toEqual([{ left_on: null, left_reason: null }]);
    });
  });

  it.each<[string, (family: HouseholdFixture) => object, string]>([
    ['a death in the future', ({ members }) => ({ kind: 'death', memberId: members['Erik'], on: addDays(TODAY, 1) }), 'on'],
    ['a death before the birth', ({ members }) => ({ kind: 'death', memberId: members['Noor'], on: '2017-02-02' }), 'on'],
    ['a death of nobody', () => ({ kind: 'death', on: TODAY }), 'memberId'],
    ['a move without a day', () => ({ kind: 'move' }), 'on'],
    ['a move in 1990', () => ({ kind: 'move', on: '1990-01-01' }), 'on'],
    ['turning 18 on a typed day', ({ members }) => ({ kind: 'turning-18', memberId: members['Sem'], on: TODAY }), 'on'],
    ['turning 18 of an adult', ({ members }) => ({ kind: 'turning-18', memberId: members['Erik'] }), 'memberId'],
    ['turning 18 of a child of nine', ({ members }) => ({ kind: 'turning-18', memberId: members['Noor'] }), 'memberId'],
    ['somebody of another family', () => ({ kind: 'disability', memberId: '0199d1c2-7a10-7c3e-9a55-0000000000b1', on: TODAY }), 'memberId'],
    ['an event that is none', () => ({ kind: 'lottery', on: TODAY }), 'kind'],
  ])('is refused: %s', async (_, body, field) => {
    const family = await aFamily();
    for (const answer of [await start(family, body(family)), await api.as('regisseur').post(`/v1/households/${family.id}/life-event-preview`, body(family))]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((problem: { field: string }) => problem.field)).toContain(field);
    }
    expect(await events(family)).toEqual([]);
  });

  it('is the regisseur’s: a case worker reads it, another regisseur sees nothing, a closed family gets none', async () => {
    const family = await aFamily();
    expect([(await start(family, { kind: 'move', on: MOVE_ON }, 'case-worker')).status, (await start(family, { kind: 'move', on: MOVE_ON }, 'regisseur-zuid')).status]).toEqual([403, 404]);
    expect((await api.as('case-worker').get(path(family))).body).toMatchObject({ events: [], allowedActions: [] });
    const closed = await aHousehold(api.db, { state: 'closed' });
    expect((await start(closed, { kind: 'move', on: MOVE_ON })).status).toBe(409);
    expect((await api.as('regisseur').get(path(closed))).body.allowedActions).toEqual([]);
  });

  it('follows the checklist that the municipality made of it', async () => {
    const family = await aHousehold(api.db, { regisseur: null, teamOf: 'regisseur-hoogeveen' });
    await assignRegisseur(api.db, family.id, 'regisseur-hoogeveen');
    await api.db.query(`UPDATE municipality SET settings = settings || $2 WHERE id = $1`, [family.municipalityId, JSON.stringify({ lifeEvents: { move: {
      leaveOut: ['urgency', 'end-lease', 'costs', 'school', 'other-municipality', 'secret-address', 'energy', 'rent-allowance'], items: [{ code: 'key', text: 'Haal samen de sleutel op.', days: -1 }],
    } } })]);
    await start(family, { kind: 'move', on: MOVE_ON }, 'regisseur-hoogeveen');
    const { events: [event] } = (await api.as('regisseur-hoogeveen').get(path(family))).body;
    expect(event.actions.map(({ what, dueOn }: Action) => [what.slice(0, 20), dueOn])).toEqual([['Haal samen de sleute', addDays(MOVE_ON, -1)], ['Geef de verhuizing d', addDays(MOVE_ON, 5)]]);
  });
});
