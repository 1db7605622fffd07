import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { onlyAgreements } from '../support/agreements.js';
import { aHousehold, type HouseholdFixture, organisationId, userId } from '../support/households.js';
import { planOf } from '../support/plans.js';
import { aReferral, recordBasis } from '../support/referrals.js';

describe('an action for an organisation', () => {
  let api: SpecApi;
  let bank: string;
  beforeAll(async () => {
    api = await startApi();
    bank = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  const forBank = (family: HouseholdFixture, more: object = {}) =>
    planOf(api, family).addAction({ what: 'Het budgetplan maken', ownerKind: 'organisation', ownerOrganisationId: bank, ...more });
  const refusal = async (family: HouseholdFixture) => {
    const { status, body } = await forBank(family);
    return [status, body.detail];
  };

  it('is refused as long as it may not see the family, and says what is missing', async () => {
    const family = await aHousehold(api.db);
    expect(await refusal(family)).toEqual([422, 'Groningse Kredietbank kan geen actie hebben in dit plan. Delen met Groningse Kredietbank kan nog niet. Er mist een grondslag.']);
    await recordBasis(api, family, 'Fatima', bank, ['name', 'contact']);
    expect(await refusal(family)).toEqual([422, 'Groningse Kredietbank kan geen actie hebben in dit plan. Er loopt geen verwijzing naar Groningse Kredietbank.']);
    await aReferral(api, family, bank);
    expect((await forBank(family)).status).toBe(201);
    expect(await planOf(api, family).read()).toMatchObject({
      actions: [{ owner: 'Groningse Kredietbank', leansOnNothing: null }], owners: { organisations: [{ id: bank, closed: null }] },
    });
  });

  it('is refused without an agreement between the organisations', async () => {
    const family = await aHousehold(api.db);
    await aReferral(api, family, bank);
    const before = await api.db.query<{ id: string }>('SELECT id FROM data_sharing_agreement WHERE organisation_id = $1', [bank]);
    expect(before.length).toBeGreaterThan(0);
    await onlyAgreements(api.db, bank, [{ state: 'ended' }]);
    expect(await refusal(family)).toEqual([422, 'Groningse Kredietbank kan geen actie hebben in dit plan. Delen met Groningse Kredietbank kan nog niet. Met Groningse Kredietbank is geen privacyovereenkomst.']);
    await onlyAgreements(api.db, bank, [{}]);
    expect((await forBank(family)).status).toBe(201);
  });

  it('names nobody whom the gate keeps closed', async () => {
    const family = await aHousehold(api.db);
    await aReferral(api, family, bank);
    const { status, body } = await forBank(family, { what: 'Noor Bouzid een spaarrekening geven' });
    expect([status, body.errors[0].field]).toEqual([422, 'what']);
  });

  it('leans on nothing when the gate closes later: the page says so', async () => {
    const family = await aHousehold(api.db);
    const { basisIds } = await aReferral(api, family, bank);
    await forBank(family);
    expect((await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basisIds[0]}/withdrawal`, {})).status).toBe(200);
    expect((await planOf(api, family).read()).actions).toMatchObject([{ leansOnNothing: expect.stringContaining('Er mist een grondslag.') }]);
  });

  it('leans on nothing either when a colleague or a member of the family has left', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    const plan = planOf(api, family);
    await plan.addAction({ ownerKind: 'user', ownerUserId: await userId(api.db, 'case-worker') });
    await plan.addAction({ ownerMemberId: family.members['Erik'] });
    expect((await plan.read()).actions).toMatchObject([{ leansOnNothing: null }, { leansOnNothing: null }]);
    await api.db.query(`DELETE FROM household_access WHERE household_id = $1 AND reason = 'intake'`, [family.id]);
    await api.db.query(`UPDATE household_member SET left_on = current_date, left_reason = 'other' WHERE id = $1`, [family.members['Erik']]);
    expect((await plan.read()).actions.map(({ leansOnNothing }: { leansOnNothing: string }) => leansOnNothing)).toEqual([
      'Sanne Bakker werkt niet meer met dit gezin. Kies een ander.', 'Erik de Wit hoort niet meer bij dit gezin. Kies een ander.',
    ]);
  });

  it('is invalid for one that does not work here', async () => {
    const family = await aHousehold(api.db);
    const { status, body } = await forBank(family, { ownerOrganisationId: family.id });
    expect([status, body.errors[0]]).toEqual([400, { field: 'ownerOrganisationId', message: 'Deze organisatie werkt niet in jouw gemeente.' }]);
  });
});
