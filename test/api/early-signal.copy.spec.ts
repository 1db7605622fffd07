import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { SECTIONS } from '#privacy';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture } from '../support/households.js';

const sql = SECTIONS.find(({ key }) => key === 'earlySignals')?.sql ?? '';

/** Fatima Bouzid, Erik de Wit and Noor: what a creditor wrote to one of them. */
describe('what the copy of AVG 15 tells of signals about arrears', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  const copyOf = async (name: string) => (await api.db.query(sql, [[family.members[name]], [family.id]])).length;
  const signalTo = async (name: string) => {
    family = await aHousehold(api.db);
    const id = newId();
    await api.db.query(
      `INSERT INTO early_signal_case (id, municipality_id, team_id, name, person_key, postcode, house_number, city, threatening, received_on, first_talk_by, state, household_id, closed_at)
       SELECT $1, h.municipality_id, h.team_id, $2, 'x', '9711AB', '1', 'Groningen', false, '2026-01-05', '2026-02-02', 'waiting-list', h.id, now() FROM household h WHERE h.id = $3`,
      [id, name, family.id]);
    await api.db.query(
      `INSERT INTO early_signal (id, case_id, municipality_id, team_id, creditor_kind, creditor, amount_cents, signalled_on, signal_key)
       SELECT $1::uuid, $2, municipality_id, team_id, 'water', 'Waterbedrijf', 12345, '2026-01-01', $1::text FROM household WHERE id = $3`,
      [newId(), id, family.id]);
  };
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('goes to whom it was addressed, and to no other adult or child of the family', async () => {
    await signalTo('F. Bouzid');
    expect([await copyOf('Fatima'), await copyOf('Erik'), await copyOf('Noor')]).toEqual([1, 0, 0]);
  });

  it('goes to the only adult, however the name was spelled', async () => {
    await signalTo('F. Bousid');
    expect(await copyOf('Fatima')).toBe(0);
    await api.db.query('DELETE FROM household_member WHERE id = $1', [family.members['Erik']]);
    expect(await copyOf('Fatima')).toBe(1);
  });
});
