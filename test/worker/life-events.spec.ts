import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { OutboxRunner } from '../../apps/worker/src/outbox/outbox-runner.js';
import { RecordsCalendar } from '../../apps/worker/src/records/records-calendar.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, type HouseholdOptions, organisationId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';
import { eventually, startWorker } from '../support/worker.js';

const clock = new SetClock();
let api: SpecApi;
let worker: INestApplicationContext;
beforeAll(async () => {
  api = await startApi({ clock });
  worker = await startWorker(api.settings, clock);
});
afterAll(async () => {
  await worker.close();
  await api.close();
});
beforeEach(() => clock.set('2026-03-02T10:00:00Z'));

const born = (birthDate: string, options: HouseholdOptions = {}) =>
  aHousehold(api.db, { reportedOn: '2025-01-01', members: [{ role: 'main', firstName: 'Fatima', birthDate: '1988-04-12' }, { role: 'child', firstName: 'Sem', birthDate }], ...options });
const open = () => api.db.query(`SELECT FROM outbox WHERE kind IN ('life-events.sweep', 'member.nearly-18') AND done_at IS NULL`);
/** The calendar of this day was worked off, and what came of it. */
const sweepOf = async (at: string): Promise<void> => {
  clock.set(at);
  await worker.get(RecordsCalendar).plan();
  await eventually(open, (rows) => rows.length === 0);
};
const eventsOf = (family: HouseholdFixture) => api.db.query<{ state: string; on: string }>(`SELECT state, event_on::text AS on FROM life_event WHERE household_id = $1`, [family.id]);
const told = (family: HouseholdFixture) => api.db.query<{ who: string; title: string; state: string }>(
  `SELECT u.subject AS who, r.title, r.state FROM reminder r JOIN app_user u ON u.id = r.user_id WHERE r.household_id = $1 AND r.kind = 'life-event-proposed'`, [family.id]);
const ring = async (family: HouseholdFixture, kind: string, payload: object): Promise<void> => {
  const outboxId = newId();
  await api.db.query(`INSERT INTO outbox (id, municipality_id, kind, payload, run_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`, [outboxId, family.municipalityId, kind, JSON.stringify(payload)]);
  await worker.get(OutboxRunner).run({ outboxId, municipalityId: family.municipalityId });
};
const PROPOSED = { state: 'proposed', on: '2026-12-05' };

describe('who turns 18 in half a year', () => {
  it('is proposed to the regisseur, without a name, once: also after days on which nothing ran', async () => {
    const family = await born('2008-12-05');
    await sweepOf('2026-06-04T10:00:00Z');
    expect(await eventsOf(family)).toEqual([]);
    // The worker stood still for three weeks.
    await sweepOf('2026-06-26T10:00:00Z');
    await eventually(() => eventsOf(family), (events) => events.length === 1);
    await sweepOf('2026-06-27T10:00:00Z');
    await sweepOf('2026-06-28T10:00:00Z');
    expect(await eventsOf(family)).toEqual([PROPOSED]);
    expect(await told(family)).toEqual([{ who: 'regisseur', title: 'Een gezinslid wordt bijna 18. Bekijk wat er geregeld moet worden.', state: 'fired' }]);
    expect(await api.db.query(`SELECT text, link FROM inbox_item WHERE kind = 'life-event-proposed' AND link LIKE '%' || $1 || '%'`, [family.id]))
      .toEqual([{ text: 'Er komt een belangrijke gebeurtenis aan in een gezin.', link: `/gezinnen/${family.id}/gebeurtenissen` }]);
    // Nothing stands in the plan before a person started it.
    expect(await api.db.query('SELECT FROM plan_action WHERE household_id = $1', [family.id])).toEqual([]);
    await api.db.query(`UPDATE life_event SET state = 'withdrawn' WHERE household_id = $1`, [family.id]);
    await sweepOf('2026-06-29T10:00:00Z');
    expect(await eventsOf(family)).toEqual([{ ...PROPOSED, state: 'withdrawn' }]);
  });

  it('becomes an event with actions when the regisseur starts it, and leaves the list', async () => {
    const family = await born('2008-12-05');
    await sweepOf('2026-07-01T10:00:00Z');
    await eventually(() => told(family), (rows) => rows.length === 1);
    clock.set('2026-07-01T11:00:00Z');
    expect((await api.as('regisseur').post(`/v1/households/${family.id}/life-events`, { kind: 'turning-18', memberId: family.members['Sem'] })).status).toBe(201);
    expect(await eventsOf(family)).toEqual([{ ...PROPOSED, state: 'running' }]);
    expect((await told(family)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await api.db.query('SELECT FROM plan_action WHERE household_id = $1', [family.id]))).toHaveLength(10);

    // After the birthday somebody still adds a note; a birth date that was wrong moves what is open.
    const path = `/v1/households/${family.id}/life-events/${(await api.as('regisseur').get(`/v1/households/${family.id}/life-events`)).body.events[0].id}`;
    const correct = (version: number) => api.as('regisseur').call('PATCH', path, { body: { note: 'De bank is geregeld.' }, version });
    await api.db.query(`UPDATE household_member SET birth_date = '2008-09-05' WHERE id = $1`, [family.members['Sem']]);
    clock.set('2026-10-01T10:00:00Z');
    expect((await correct(2)).status).toBe(204);
    expect(await eventsOf(family)).toEqual([{ state: 'running', on: '2026-09-05' }]);
    expect(await api.db.query(`SELECT DISTINCT due_on::text AS on FROM plan_action WHERE household_id = $1`, [family.id])).toEqual([{ on: '2026-10-01' }]);
  });

  it('born on 29 February: half a year before 1 March', async () => {
    const family = await born('2008-02-29');
    await sweepOf('2025-08-31T10:00:00Z');
    expect(await eventsOf(family)).toEqual([]);
    await sweepOf('2025-09-01T10:00:00Z');
    await eventually(() => eventsOf(family), (events) => events.length === 1);
    expect(await eventsOf(family)).toEqual([{ state: 'proposed', on: '2026-03-01' }]);
  });

  it('is left alone: a closed family, one that still waits, somebody who left or died, somebody whose birthday it is', async () => {
    const families = [
      await born('2008-12-10', { state: 'closed' }), await born('2008-12-10', { regisseur: null }), await born('2008-12-10'), await born('2008-12-10'), await born('2008-07-02'),
    ];
    const [, , left, died] = families;
    await api.db.query(`UPDATE household_member SET left_on = '2026-05-01', left_reason = 'own-home' WHERE id = $1`, [left?.members['Sem']]);
    await api.db.query(`UPDATE household_member SET left_on = '2026-05-01', left_reason = 'deceased' WHERE id = $1`, [died?.members['Sem']]);
    const seen = await born('2008-12-10');
    await sweepOf('2026-07-02T10:00:00Z');
    await eventually(() => eventsOf(seen), (events) => events.length === 1);
    for (const family of families) expect(await eventsOf(family)).toEqual([]);
  });

  it('is no birthday any more for who died', async () => {
    const family = await born('2008-11-05');
    const basis = (await recordBasis(api, family, 'Sem', await organisationId(api.db, 'Groningse Kredietbank'), ['name'], { validFrom: '2026-03-02', validUntil: '2026-11-20' })).body;
    clock.set('2026-07-03T10:00:00Z');
    expect((await api.as('regisseur').post(`/v1/households/${family.id}/life-events`, { kind: 'death', memberId: family.members['Sem'], on: '2026-07-02' })).status).toBe(201);
    await sweepOf('2026-11-06T10:00:00Z');
    await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind = 'records.sweep' AND payload->>'day' = '2026-11-06' AND done_at IS NOT NULL`), (rows) => rows.length >= 2);
    expect(await api.db.query('SELECT FROM birthday_review WHERE household_id = $1', [family.id])).toEqual([]);
    expect((await eventsOf(family)).map(({ state }) => state)).toEqual(['running']);
    // Nor is anybody asked to renew what stands on that name.
    await ring(family, 'legal-basis.expiring', { recordId: basis.id });
    expect(await api.db.query(`SELECT FROM reminder WHERE subject_id = $1`, [basis.id])).toEqual([]);
  });

  it('two jobs at once, and one that comes for nothing: one proposal', async () => {
    const family = await born('2009-01-05');
    clock.set('2026-07-10T10:00:00Z');
    await Promise.all([1, 2, 3].map(() => ring(family, 'member.nearly-18', { memberId: family.members['Sem'] })));
    expect(await eventsOf(family)).toHaveLength(1);
    expect(await told(family)).toHaveLength(1);
  });
});
