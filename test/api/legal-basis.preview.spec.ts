import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis, type Shares, sharesOf } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('looking beforehand what an organisation would see', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    family = await aHousehold(api.db, { protectedAddress: true });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
  });
  afterAll(() => api.close());

  const preview = (shares: Shares, toOrganisationId = gkb) =>
    api.as('regisseur').post(`/v1/households/${family.id}/sharing-preview`, { toOrganisationId, shares: sharesOf(family, shares) });

  it('says who will see what, on which ground and until when', async () => {
    const { status, body } = await preview({ Fatima: ['name', 'contact'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      allowed: true, missing: [],
      covered: [{ memberName: 'Fatima Bouzid', category: 'name', until: '2027-12-31' }, { category: 'contact' }],
      sentence: 'Groningse Kredietbank ziet naam, telefoonnummer en e-mailadres van Fatima Bouzid, op grond van een wettelijke taak (Wgs art. 8), tot 31 december 2027.',
    });
  });

  it('names per person and category what is missing, and why for a child and a protected address', async () => {
    const { body } = await preview({ Fatima: ['name', 'address'], Noor: ['name'] });
    expect(body.allowed).toBe(false);
    expect(body.covered).toHaveLength(1);
    expect(body.missing.map(({ message }: { message: string }) => message)).toEqual([
      'Er is geen geldige grondslag om het adres van Fatima Bouzid met Groningse Kredietbank te delen. Dit adres is beschermd.',
      'Er is geen geldige grondslag om de naam van Noor Bouzid met Groningse Kredietbank te delen. Een kind heeft een eigen grondslag nodig.',
    ]);
  });

  it('covers nothing for another organisation', async () => {
    const { body } = await preview({ Fatima: ['name'] }, await organisationId(api.db, 'Humanitas'));
    expect(body).toMatchObject({ allowed: false, covered: [], sentence: 'Delen met Humanitas kan nog niet. Er mist een grondslag.' });
  });

  it('refuses somebody who is not in this family, and a person named twice', async () => {
    const post = (shares: unknown[]) => api.as('regisseur').post(`/v1/households/${family.id}/sharing-preview`, { toOrganisationId: gkb, shares });
    const fatima = { memberId: family.members['Fatima'], categories: ['name'] };
    const stranger = await post([fatima, { memberId: '018f0000-0000-7000-8000-000000000000', categories: ['name'] }]);
    expect([stranger.status, stranger.body.errors[0].field]).toEqual([400, 'shares.1.memberId']);
    const twice = await post([fatima, fatima]);
    expect([twice.status, twice.body.errors[0].field]).toEqual([400, 'shares']);
    for (const shares of [[], [null], ['x'], [{ memberId: family.members['Fatima'] }], [{ ...fatima, categories: ['bsn'] }]]) {
      expect((await post(shares)).status).toBe(400);
    }
  });

  it('changes nothing and leaves a line in the audit', async () => {
    const count = () => api.db.query(`SELECT FROM audit_event WHERE action = 'sharing.previewed'`);
    const before = (await count()).length;
    await preview({ Fatima: ['name'] });
    expect(await count()).toHaveLength(before + 1);
    expect(await api.db.query('SELECT id FROM legal_basis')).toHaveLength(1);
  });
});
