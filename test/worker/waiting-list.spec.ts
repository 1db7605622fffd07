import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type LocalDate, localDate } from '#kernel';
import { systemActor, UnitOfWork } from '#platform';
import { RetentionSweep } from '#privacy';
import { OutboxRunner } from '../../apps/worker/src/outbox/outbox-runner.js';
import { RecordsCalendar } from '../../apps/worker/src/records/records-calendar.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { SetClock } from '../support/set-clock.js';
import { eventually, startWorker } from '../support/worker.js';

const clock = new SetClock('2026-03-02T10:00:00Z');
const TODAY = localDate('2026-03-02');
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

/** The calendar of this day, also when nobody was there for a while. */
const nightOf = async (day: LocalDate): Promise<void> => {
  clock.set(`${day}T03:00:00Z`);
  await worker.get(RecordsCalendar).plan();
  await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind = 'waiting-list.count' AND payload->>'day' = $1 AND done_at IS NOT NULL`, [day]), (rows) => rows.length >= 2);
};
const counted = () => api.db.query<{ day: string; waiting: number; entered: number; left: number; daysWaited: number }>(
  `SELECT d.day, d.waiting, d.entered, d.left_list AS "left", d.days_waited AS "daysWaited" FROM waiting_list_day d JOIN team t ON t.id = d.team_id WHERE t.name = 'WIJ Noord' ORDER BY d.day`);
/** What the database would have noted on these days. */
const waited = ({ id }: HouseholdFixture, from: LocalDate, until: LocalDate | null) =>
  api.db.query('UPDATE waiting_period SET waiting_since = $2, started_on = $2, ended_on = $3 WHERE household_id = $1', [id, from, until]);

describe('the nightly count of the waiting list', () => {
  it('counts every day that has no number yet: who waits, who came, who left and how long they waited', async () => {
    const families = await Promise.all([1, 2, 3].map(() => aHousehold(api.db, { regisseur: null, teamOf: 'team-lead' })));
    await waited(families[0]!, addDays(TODAY, -4), null);
    await waited(families[1]!, addDays(TODAY, -3), addDays(TODAY, -1));
    await waited(families[2]!, addDays(TODAY, -2), addDays(TODAY, -2));
    await nightOf(TODAY);
    expect(await counted()).toEqual([
      { day: '2026-02-26', waiting: 1, entered: 1, left: 0, daysWaited: 0 },
      { day: '2026-02-27', waiting: 2, entered: 1, left: 0, daysWaited: 0 },
      { day: '2026-02-28', waiting: 2, entered: 1, left: 1, daysWaited: 0 },
      { day: '2026-03-01', waiting: 1, entered: 0, left: 1, daysWaited: 2 },
    ]);
  });

  it('after a week without a worker it counts the week, and a second time nothing', async () => {
    const before = await counted();
    await nightOf(addDays(TODAY, 7));
    const after = await counted();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map(({ day }) => day).slice(before.length)).toEqual([0, 1, 2, 3, 4, 5, 6].map((days) => addDays(TODAY, days)));
    await api.db.query(`UPDATE outbox SET done_at = NULL WHERE kind = 'waiting-list.count'`);
    const rows = await api.db.query<{ id: string; municipalityId: string }>(`SELECT id, municipality_id AS "municipalityId" FROM outbox WHERE kind = 'waiting-list.count'`);
    for (const { id, municipalityId } of rows) await worker.get(OutboxRunner).run({ outboxId: id, municipalityId });
    expect(await counted()).toEqual(after);
  });

  it('the numbers stay when the families are gone, and no other team is in them', async () => {
    const before = await counted();
    await api.db.query('DELETE FROM waiting_period');
    expect(await counted()).toEqual(before);
    const { body } = await api.as('team-lead').get('/v1/waiting-list/trend');
    expect(body.weeks.at(-1)).toMatchObject({ waiting: 1 });
    expect((await api.as('team-lead-zuid').get('/v1/waiting-list/trend')).body.weeks.every(({ waiting }: { waiting: number }) => waiting === 0)).toBe(true);
    expect((await api.as('policy-adviser').get('/v1/waiting-list/trend')).body.weeks.at(-1)).toMatchObject({ waiting: null });
    expect((await api.as('regisseur').get('/v1/waiting-list/trend')).status).toBe(403);
  });
});

describe('the morning of a home visit', () => {
  const HEAD = 'Soort schuldeiser;Schuldeiser;Naam;Postcode;Huisnr;Woonplaats;Bedrag;Signaaldatum';

  it('whoever goes hears of it, once, and not when the visit was moved', async () => {
    clock.set('2026-03-02T10:00:00Z');
    await api.as('case-worker').post('/v1/early-signal-imports?fileName=a.csv', `${HEAD}\nhuur;Woonstichting;A. Terpstra;9711 AB;12;Groningen;500,00;2026-03-01`, { headers: { 'content-type': 'text/csv' } });
    const { items: [{ id }] } = (await api.as('case-worker').get('/v1/early-signals')).body;
    const visitorId = await userId(api.db, 'case-worker');
    for (const [version, visitOn] of [[1, '2026-03-04'], [2, '2026-03-06']] as const) await api.as('team-lead').post(`/v1/early-signals/${id}/visits`, { visitOn, visitorId }, { version });
    const ring = async (visitOn: string) => {
      const [row] = await api.db.query<{ id: string; municipalityId: string }>(
        `UPDATE outbox SET done_at = NULL, run_at = now() + interval '1 day' WHERE kind = 'early-signal.visit-planned' AND payload->>'visitOn' = $1 RETURNING id, municipality_id AS "municipalityId"`, [visitOn]);
      await worker.get(OutboxRunner).run({ outboxId: row?.id ?? '', municipalityId: row?.municipalityId ?? '' });
    };
    const heard = () => api.db.query(`SELECT text, link FROM inbox_item WHERE kind = 'home-visit-due'`);
    await ring('2026-03-04');
    expect(await heard()).toEqual([]);
    await ring('2026-03-06');
    await ring('2026-03-06');
    expect(await heard()).toEqual([{ text: 'Je hebt vandaag een huisbezoek.', link: `/wachtlijst/signalen/${id}` }]);
  });
});

describe('signals that led to no help', () => {
  it('go half a year after they were closed, or a year and a half after nobody did anything; what became a family stays with it', async () => {
    const [place] = await api.db.query<{ municipalityId: string; teamId: string }>(`SELECT municipality_id AS "municipalityId", id AS "teamId" FROM team WHERE name = 'WIJ Noord'`);
    const { municipalityId = '', teamId = '' } = place ?? {};
    const family = await aHousehold(api.db);
    const aCase = (house: string, received: string, closed: string | null, householdId: string | null = null) => api.db.query(
      `INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, city, threatening, received_on, first_talk_by, state, closed_at, household_id)
       VALUES (gen_random_uuid(), $1, $2, 'Oud', 'oud', '9799 XX', $3, 'Groningen', false, now() - $4::interval, now(), $5, now() - $6::interval, $7)`,
      [municipalityId, teamId, house, received, closed ? 'no-help' : 'new', closed, householdId]);
    await aCase('1', '8 months', '7 months');
    await aCase('2', '8 months', '5 months');
    await aCase('3', '19 months', null);
    await aCase('4', '17 months', null);
    await aCase('5', '8 months', '7 months', family.id);
    await worker.get(UnitOfWork).run(systemActor(municipalityId, 'housekeeping'), (tx) => worker.get(RetentionSweep).sweep(tx));
    expect((await api.db.query<{ house: string }>(`SELECT house_number AS house FROM early_signal_case WHERE person_key = 'oud' ORDER BY 1`)).map(({ house }) => house)).toEqual(['2', '4', '5']);
  });
});
