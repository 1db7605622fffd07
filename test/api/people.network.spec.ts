import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, userId } from '../support/households.js';
import { theDayInAmsterdam } from '../support/today.js';

const today = theDayInAmsterdam();
const BUDDY = { kind: 'buddy', relation: 'buddy van Noor', name: 'Loes Prins', phone: '06 12345679', agreement: 'yes', agreedOn: today, since: today };

describe('who stands beside a family', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db);
  });
  afterAll(() => api.close());

  const at = (path: string, of = family): string => `/v1/households/${of.id}/${path}`;
  const add = (body: object, of = family) => api.as('regisseur').post(at('network', of), { ...BUDDY, ...body });
  const change = (id: string, body: object, version = 1) => api.as('regisseur').call('PUT', at(`network/${id}`), { body: { ...BUDDY, ...body }, version });
  const network = async () => (await api.as('regisseur').get(at('people'))).body.network;
  const without = { name: undefined, phone: undefined };

  it('is written down by name only after a yes, and forgotten by name after a no', async () => {
    expect((await add({ agreement: 'not-asked', agreedOn: undefined })).text).toMatch('pas op als deze persoon dat goed vindt');
    const { status, body } = await add({ memberId: family.members['Noor'] });
    expect(status).toBe(201);
    expect(await network()).toEqual([expect.objectContaining({ id: body.id, name: 'Loes Prins', phone: '0612345679', memberId: family.members['Noor'], isOver: false, backup: null })]);
    expect((await change(body.id, { ...without, agreement: 'no' })).body).toEqual({ id: body.id, version: 2 });
    expect((await change(body.id, {})).status).toBe(412);
    expect(await api.db.query('SELECT name, phone FROM network_person WHERE id = $1', [body.id])).toEqual([{ name: null, phone: null }]);
  });

  it('a buddy has a colleague to fall back on, who reads of the buddy and not of the family', async () => {
    const sanne = await userId(api.db, 'case-worker');
    const { body } = await add({ backupUserId: sanne });
    const list = await api.as('case-worker').get('/v1/network-backups');
    expect(list.body.items).toEqual([expect.objectContaining({ id: body.id, name: 'Loes Prins', regisseur: 'Jelle Hoekstra' })]);
    expect(list.text).not.toMatch(new RegExp(`${family.id}|${family.caseNumber}|Bouzid|Noor`));
    expect([(await api.as('case-worker').get(`/v1/households/${family.id}`)).status, (await api.as('case-worker').get(at('people'))).status]).toEqual([404, 404]);
    expect((await change(body.id, { backupUserId: sanne, until: today, since: '2026-01-01' })).status).toBe(200);
    expect((await api.as('case-worker').get('/v1/network-backups')).body.items).toEqual([]);
  });

  it('the colleague is of the team of the family', async () => {
    for (const persona of ['regisseur-zuid', 'gkb', 'regisseur-hoogeveen']) expect((await add({ backupUserId: await userId(api.db, persona) })).text).toMatch('hoort niet bij het team');
  });

  it('nobody of another family is pointed at', async () => {
    const other = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    expect((await add({ memberId: other.members['Noor'] })).status).toBe(404);
    const { body } = await api.as('regisseur-zuid').post(at('network', other), BUDDY);
    expect((await change(body.id, {})).status).toBe(404);
  });

  it('retrying what was sent adds nobody twice', async () => {
    const own = await aHousehold(api.db);
    const headers = { 'Idempotency-Key': `network-${own.id}` };
    const send = () => api.as('regisseur').call('POST', at('network', own), { body: BUDDY, headers });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(await api.db.query('SELECT FROM network_person WHERE household_id = $1', [own.id])).toHaveLength(1);
  });

  describe('by law', () => {
    const record = (body: object) => api.as('regisseur').post(at('representatives'), { kind: 'administrator', name: 'M. de Wit', organisation: 'Bewind Noord', since: '2025-01-01', memberId: family.members['Erik'], ...body });
    it('an administrator acts for an adult, and is shown where agreements are asked', async () => {
      const { status, body } = await record({});
      expect(status).toBe(201);
      expect((await api.as('regisseur').get(at('help-agreements'))).body.representatives).toEqual([{ memberId: family.members['Erik'], kind: 'administrator', name: 'M. de Wit', organisation: 'Bewind Noord' }]);
      const { whoDecides } = (await api.as('regisseur').get(at('help-agreements'))).body;
      expect(whoDecides.find(({ memberId }: { memberId: string }) => memberId === family.members['Erik']).helpText).toBe('Deze persoon beslist zelf. Bewindvoerder: M. de Wit (Bewind Noord).');
      const end = (version: number) => api.as('regisseur').call('PUT', at(`representatives/${body.id}`), { body: { kind: 'administrator', name: 'M. de Wit', since: '2025-01-01', until: today }, version });
      expect([(await end(1)).status, (await end(1)).status]).toEqual([200, 412]);
      expect((await api.as('regisseur').get(at('help-agreements'))).body.representatives).toEqual([]);
    });
    it('not for a child, and a guardian not for an adult', async () => {
      expect((await record({ memberId: family.members['Noor'] })).text).toMatch('pas vanaf 18 jaar');
      expect((await record({ kind: 'guardian' })).text).toMatch('18 jaar of ouder');
    });
  });
});
