import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral, type Shares } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const FAMILY = [
  { role: 'main', firstName: 'Fatima', lastName: 'Bouzid', birthDate: '1988-04-12', phone: '0612345678', email: 'fatima@example.nl' },
  { role: 'partner', firstName: 'Erik', infix: 'de', lastName: 'Wit', birthDate: '1985-09-30', phone: '0687654321', protectedAddress: true },
  { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' },
] as const;

const ALWAYS = ['basis', 'categories', 'memberId', 'until'];
const VIEW = [
  'allowedActions', 'answerBy', 'caseNumber', 'events', 'firstContactBy', 'firstContactOn', 'fromOrganisation', 'id', 'late', 'nextStep', 'question',
  'receivedAt', 'refusal', 'regisseur', 'requestedAt', 'responsible', 'sharedMembers', 'state', 'threatening', 'toOrganisation', 'version',
];

describe('what a partner sees of a family', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    family = await aHousehold(api.db, { members: FAMILY });
  });
  afterAll(() => api.close());

  const seenBy = async (persona: string, shares: Shares) => {
    const { id } = await aReferral(api, family, gkb, shares);
    return (await api.as(persona).get(`/v1/referrals/${id}`)).body;
  };

  it.each<[string, Shares, string[]]>([
    ['the name', { Fatima: ['name'] }, ['name']],
    ['the birth date', { Fatima: ['birth-date'] }, ['birthDate']],
    ['how to reach somebody', { Fatima: ['contact'] }, ['phone', 'email']],
    ['only a telephone number when there is no e-mail', { Erik: ['contact'] }, ['phone']],
    ['the address', { Fatima: ['address'] }, ['address', 'protectedAddress']],
    ['the place in the family', { Fatima: ['household'] }, ['role']],
    ['no field for a subject of help', { Fatima: ['finances', 'housing', 'work'] }, []],
  ])('is exactly %s and no other key', async (_, shares, keys) => {
    const { body } = await sendOnFreshFamily(shares);
    expect(Object.keys(body).toSorted()).toEqual(VIEW);
    expect(body.sharedMembers).toHaveLength(1);
    expect(Object.keys(body.sharedMembers[0]).toSorted()).toEqual([...ALWAYS, ...keys].toSorted());
  });

  const sendOnFreshFamily = async (shares: Shares) => {
    const household = await aHousehold(api.db, { members: FAMILY });
    const { id } = await aReferral(api, household, gkb, shares);
    return api.as('gkb').get(`/v1/referrals/${id}`);
  };

  it('holds the whole answer, word for word', async () => {
    const body = await seenBy('gkb', { Fatima: ['name', 'birth-date', 'contact', 'address', 'household'] });
    expect(body.sharedMembers).toEqual([{
      memberId: family.members['Fatima'], name: 'Fatima Bouzid', birthDate: '1988-04-12', phone: '0612345678', email: 'fatima@example.nl',
      // Erik is hidden at this address, so it is not passed on for anybody who lives there.
      address: '9711 AB, nr. 12, Groningen', protectedAddress: true, role: 'main',
      categories: ['name', 'birth-date', 'contact', 'address', 'household'], basis: 'een wettelijke taak (Wgs art. 8)', until: '2027-12-31',
    }]);
    expect(body.regisseur).toEqual({ name: 'Jelle Hoekstra' });
    expect(body.caseNumber).toBe(family.caseNumber);
  });

  it('never holds the household, its name, another member, or a BSN', async () => {
    await api.db.query(`UPDATE household_member SET bsn_sealed = 'sealed-bsn', bsn_index = 'index' WHERE household_id = $1`, [family.id]);
    const text = JSON.stringify(await seenBy('gkb', { Fatima: ['name'] }));
    expect(text).not.toMatch(new RegExp(`${family.id}|Familie|Erik|Noor|bsn|9711|0612345678|1988|Centrum`, 'i'));
  });

  it('shows a child and a protected address only when a basis names them', async () => {
    const household = await aHousehold(api.db, { members: FAMILY });
    await recordBasis(api, household, 'Fatima', gkb, ['name', 'address']);
    await recordBasis(api, household, 'Erik', gkb, ['name']);
    expect((await sendReferral(api, household, gkb, { Fatima: ['name'], Noor: ['name'] })).body.errors[0].message).toContain('Een kind heeft een eigen grondslag nodig.');
    expect((await sendReferral(api, household, gkb, { Erik: ['address'] })).body.errors[0].message).toContain('Dit adres is beschermd.');
    await recordBasis(api, household, 'Noor', gkb, ['name']);
    await recordBasis(api, household, 'Erik', gkb, ['address']);
    const sent = await sendReferral(api, household, gkb, { Erik: ['name', 'address'], Noor: ['name'] });
    const { body } = await api.as('gkb').get(`/v1/referrals/${sent.body.id}`);
    const byName = Object.fromEntries(body.sharedMembers.map((member: { name: string }) => [member.name, member]));
    expect(byName['Erik de Wit']).toMatchObject({ address: '9711 AB, nr. 12, Groningen', protectedAddress: true });
    expect(Object.keys(byName['Noor Bouzid']).toSorted()).toEqual([...ALWAYS, 'name'].toSorted());
  });

  it('does not grow with what a basis opens but the referral does not share', async () => {
    const household = await aHousehold(api.db, { members: FAMILY });
    await recordBasis(api, household, 'Fatima', gkb, ['name', 'contact', 'address', 'birth-date']);
    await recordBasis(api, household, 'Noor', gkb, ['name']);
    const sent = await sendReferral(api, household, gkb, { Fatima: ['name'] });
    const { body } = await api.as('gkb').get(`/v1/referrals/${sent.body.id}`);
    expect(body.sharedMembers).toHaveLength(1);
    expect(Object.keys(body.sharedMembers[0]).toSorted()).toEqual([...ALWAYS, 'name'].toSorted());
  });

  it('is the same for the regisseur, with the family around it', async () => {
    const body = await seenBy('regisseur', { Fatima: ['contact'] });
    expect(body).toMatchObject({ householdId: family.id, householdName: 'Familie Bouzid' });
    expect(Object.keys(body.sharedMembers[0]).toSorted()).toEqual([...ALWAYS, 'email', 'phone'].toSorted());
  });
});
