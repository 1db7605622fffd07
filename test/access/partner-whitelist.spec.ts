import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, sharesOf } from '../support/referrals.js';

/** Every field of a family holds a word that stands nowhere else, so that an answer betrays where it came from. */
const MARKED = {
  household: { name: 'Familie Merkwaardig', note: 'merk-notitie', urgency_reason: 'merk-urgentie', city: 'Merkstad', neighbourhood: 'Merkwijk', postcode: '9747ZZ', external_ref: 'MERK-REF' },
  member: { infix: 'merk-tussen', last_name: 'Merknaam', phone: '0600000001', email: 'merk@example.nl', birth_date: '1981-02-03', restriction_reason: 'merk-beperking' },
  child: { first_name: 'Merkkind', last_name: 'Merkkindnaam', phone: '0600000002', email: 'merkkind@example.nl', birth_date: '2016-05-06' },
} as const;

/** Fields of an answer to a partner that hold something of a family; everything else in it is about the work. */
const OF_PERSONS = ['name', 'birthDate', 'phone', 'email', 'address', 'protectedAddress', 'role'];
const AROUND = ['memberId', 'categories', 'basis', 'until'];

function keysOf(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) keysOf(item, found);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      found.add(key);
      keysOf(item, found);
    }
  }
  return found;
}

describe('a partner sees a whitelist', () => {
  let api: SpecApi;
  let gkb: string;
  let family: HouseholdFixture;
  let referral: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    family = await aHousehold(api.db);
    const set = (fields: object) => Object.keys(fields).map((field, index) => `${field} = $${index + 2}`).join(', ');
    await api.db.query(`UPDATE household SET ${set(MARKED.household)} WHERE id = $1`, [family.id, ...Object.values(MARKED.household)]);
    await api.db.query(`UPDATE household_member SET ${set(MARKED.member)} WHERE id = $1`, [family.members['Fatima'], ...Object.values(MARKED.member)]);
    await api.db.query(`UPDATE household_member SET ${set(MARKED.child)} WHERE id = $1`, [family.members['Noor'], ...Object.values(MARKED.child)]);
    // One person, one kind of data: everything else must stay away.
    referral = (await aReferral(api, family, gkb, { Fatima: ['household'] })).id;
    const meeting = await api.as('regisseur').post(`/v1/households/${family.id}/meetings`, {
      plannedAt: '2030-01-01T10:00:00Z', subject: 'Hoe het gaat', invited: [{ organisationId: gkb, shares: sharesOf(family, { Fatima: ['household'] }) }],
    });
    expect(meeting.status).toBe(201);
  });
  afterAll(() => api.close());

  const ROUTES = ['/v1/referrals?box=received', '/v1/meetings', '/v1/today', '/v1/inbox', '/v1/data-sharing-agreements', '/v1/me'];
  const words = [...Object.values(MARKED).flatMap((fields) => Object.values<string>(fields)), 'Fatima', 'Erik'];

  it.each(['one referral', ...ROUTES])('no word of the family that was not shared: %s', async (route) => {
    const { status, text } = await api.as('gkb').get(route === 'one referral' ? `/v1/referrals/${referral}` : route);
    expect(status).toBe(200);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    for (const id of [family.id, family.members['Noor'] ?? '', family.members['Erik'] ?? '']) expect(text).not.toContain(id);
  });

  it('of a person there are these keys and no other, whatever is shared', async () => {
    const wide = await aHousehold(api.db);
    const { id } = await aReferral(api, wide, gkb, { Fatima: ['name', 'birth-date', 'contact', 'address', 'household', 'finances', 'housing', 'work'], Noor: ['name', 'birth-date'] });
    const { sharedMembers } = (await api.as('gkb').get(`/v1/referrals/${id}`)).body;
    expect(sharedMembers).toHaveLength(2);
    expect([...keysOf(sharedMembers)].toSorted()).toEqual([...OF_PERSONS, ...AROUND].toSorted());
  });

  it('the same words are there for the regisseur: they were really written', async () => {
    const { text } = await api.as('regisseur').get(`/v1/households/${family.id}`);
    for (const word of ['Merkwaardig', 'merk-notitie', 'Merkstad', 'Merknaam', '0600000001', 'Merkkind']) expect(text).toContain(word);
  });
});
