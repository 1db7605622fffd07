import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { onlyAgreements } from '../support/agreements.js';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

interface Cell {
  readonly memberId: string;
}

describe('who sees what of a family', () => {
  let api: SpecApi;
  let gkb: string;
  let humanitas: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    [gkb, humanitas] = [await organisationId(api.db, 'Groningse Kredietbank'), await organisationId(api.db, 'Humanitas')];
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    for (const id of [gkb, humanitas]) await onlyAgreements(api.db, id, [{}]);
  });

  const matrix = (family: HouseholdFixture, persona = 'regisseur') => api.as(persona).get(`/v1/households/${family.id}/sharing`);
  const cell = async (family: HouseholdFixture, organisation: string, firstName: string) => {
    const { body } = await matrix(family);
    const column = body.columns.find((one: { organisation: { id: string } }) => one.organisation.id === organisation);
    return column.cells.find((one: Cell) => one.memberId === family.members[firstName]);
  };

  it('is people by organisations, and each cell explains itself', async () => {
    const family = await aHousehold(api.db);
    await aReferral(api, family, gkb, { Fatima: ['name', 'contact'] });
    await recordBasis(api, family, 'Erik', humanitas, ['name']);
    const { body } = await matrix(family);
    expect(body.people.map(({ name, isChild }: { name: string; isChild: boolean }) => [name, isChild])).toEqual([['Fatima Bouzid', false], ['Erik de Wit', false], ['Noor Bouzid', true]]);
    expect(body.columns.map(({ organisation, sentence }: { organisation: { name: string }; sentence: string }) => [organisation.name, sentence])).toEqual([
      ['Groningse Kredietbank', 'Groningse Kredietbank ziet naam, telefoonnummer en e-mailadres van Fatima Bouzid, op grond van een wettelijke taak (Wgs art. 8), tot 31 december 2027.'],
      ['Humanitas', 'Humanitas ziet nu niets van dit gezin.'],
    ]);
    expect(await cell(family, gkb, 'Fatima')).toMatchObject({ sees: ['name', 'contact'], may: ['name', 'contact'], basis: 'een wettelijke taak (Wgs art. 8)', until: '2027-12-31', why: null });
    expect(await cell(family, humanitas, 'Erik')).toMatchObject({ sees: [], may: ['name'], why: 'not-shared' });
    expect(await cell(family, gkb, 'Noor')).toMatchObject({
      sees: [], may: [], why: 'no-basis', sentence: 'Groningse Kredietbank ziet niets van Noor Bouzid. Er is geen geldige grondslag. Een kind heeft een eigen grondslag nodig.',
    });
  });

  it('the dossier tells the same in a sentence per organisation', async () => {
    const family = await aHousehold(api.db);
    await aReferral(api, family, gkb, { Fatima: ['name', 'contact'] });
    await recordBasis(api, family, 'Erik', humanitas, ['name']);
    const [dossier, { body: { columns } }] = [(await api.as('regisseur').get(`/v1/households/${family.id}`)).body, await matrix(family)];
    const told = (all: { organisation: object; sentence: string }[]) => all.map(({ organisation, sentence }) => ({ organisation, sentence }));
    expect(dossier.sharing.toSorted((a: { sentence: string }, b: { sentence: string }) => a.sentence.localeCompare(b.sentence))).toEqual(told(columns));
  });

  it('is empty of organisations that have nothing to do with the family', async () => {
    expect((await matrix(await aHousehold(api.db))).body.columns).toEqual([]);
  });

  it.each<[string, (family: HouseholdFixture, basisId: string) => Promise<unknown>, string]>([
    ['a withdrawal', (family, basisId) => api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basisId}/withdrawal`, {}), 'no-basis'],
    ['the end of the agreement', () => onlyAgreements(api.db, gkb, []), 'no-agreement'],
    ['an agreement about other data', () => onlyAgreements(api.db, gkb, [{ categories: ['health'] }]), 'not-in-agreement'],
    ['a restriction', (family) => api.db.query('UPDATE household_member SET restricted_since = now() WHERE id = $1', [family.members['Fatima']]), 'restricted'],
    ['the end of the referral', (family) => api.db.query(`UPDATE referral SET state = 'completed' WHERE household_id = $1`, [family.id]), 'not-shared'],
  ])('%s shows at once, here and at the partner', async (_, change, why) => {
    const family = await aHousehold(api.db);
    const { id, basisIds: [basisId = ''] } = await aReferral(api, family, gkb, { Fatima: ['name'], Erik: ['name'] });
    const sees = async () => (await api.as('gkb').get(`/v1/referrals/${id}`)).body.sharedMembers.map(({ memberId }: Cell) => memberId);
    expect(await sees()).toContain(family.members['Fatima']);
    await change(family, basisId);
    expect(await sees()).not.toContain(family.members['Fatima']);
    if (why !== 'no-basis') return expect(await cell(family, gkb, 'Fatima')).toMatchObject({ sees: [], why });
    expect(await cell(family, gkb, 'Fatima')).toMatchObject({ sees: [], why, until: null });
  });

  it.each([
    ['a regisseur of another team', 'regisseur-zuid', 404], ['a regisseur of another municipality', 'regisseur-hoogeveen', 404],
    ['the team lead, who is not in the dossier', 'team-lead', 404], ['a case worker who is not involved', 'case-worker', 404],
    ['a partner', 'gkb', 403], ['the privacy officer', 'privacy-officer', 403], ['a resident', 'resident', 403],
  ])('%s does not see it', async (_, persona, status) => {
    const family = await aHousehold(api.db);
    await recordBasis(api, family, 'Fatima', gkb, ['name']);
    expect((await matrix(family, persona)).status).toBe(status);
  });

  it('who did the intake sees it too, and looking leaves a line in the log', async () => {
    const family = await aHousehold(api.db, { regisseur: null });
    await giveAccess(api.db, family.id, 'case-worker', 'intake');
    expect((await matrix(family, 'case-worker')).status).toBe(200);
    expect(await api.db.query(`SELECT household_id FROM audit_event WHERE action = 'sharing.read' AND household_id = $1`, [family.id])).toHaveLength(1);
    expect((await api.as('case-worker').get(`/v1/households/${newId()}/sharing`)).status).toBe(404);
  });
});
