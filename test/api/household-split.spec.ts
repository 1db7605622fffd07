import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, assignRegisseur, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';

const NEW_ADDRESS = { postcode: '9744KK', houseNumber: '3', city: 'Groningen', protected: true };

describe('a family that comes apart', () => {
  let api: SpecApi;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi();
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(() => api.close());

  /** Fatima, Erik and Noor: Erik goes, Noor is in both. */
  const split = (family: HouseholdFixture, body: object = {}, persona = 'regisseur', version = 1) =>
    api.as(persona).post(`/v1/households/${family.id}/splits`, {
      members: [{ memberId: family.members['Erik'], role: 'main', staysToo: false }, { memberId: family.members['Noor'], role: 'child', staysToo: true }],
      address: NEW_ADDRESS, safetyChecked: true, ...body,
    }, { version });

  it('shows what is shared about whom: none of it goes along', async () => {
    const family = await aHousehold(api.db);
    expect((await recordBasis(api, family, 'Erik', gkb, ['name'])).status).toBe(201);
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}/splits/preview`);
    expect(body).toMatchObject({ household: { id: family.id }, members: expect.arrayContaining([expect.objectContaining({ name: 'Erik de Wit', bases: [expect.objectContaining({ organisation: 'Groningse Kredietbank' })] })]) });
    const { body: made } = await split(family);
    expect(await api.db.query('SELECT FROM legal_basis WHERE household_id = $1', [made.id])).toEqual([]);
    expect(await api.db.query(`SELECT state, review_reason FROM legal_basis WHERE household_id = $1`, [family.id])).toEqual([{ state: 'active', review_reason: 'left-household' }]);
  });

  it('becomes two: each with its people, its number and its state', async () => {
    const family = await aHousehold(api.db);
    const { status, body, text } = await split(family);
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
    expect(body.caseNumber).toMatch(/^\d{4}-\d{6,}$/);
    expect(await api.db.query('SELECT name, state, member_count::int AS people, child_count::int AS children, protected_address AS hidden FROM household WHERE id = ANY ($1) ORDER BY id = $2', [[family.id, body.id], body.id])).toEqual([
      { name: 'Familie Bouzid', state: 'intake', people: 2, children: 1, hidden: false }, { name: 'Familie De Wit', state: 'waiting-list', people: 2, children: 1, hidden: true }]);
    expect(await api.db.query('SELECT first_name, role, left_on IS NOT NULL AS gone FROM household_member WHERE household_id = $1 ORDER BY birth_date', [family.id])).toEqual([
      { first_name: 'Erik', role: 'partner', gone: true }, { first_name: 'Fatima', role: 'main', gone: false }, { first_name: 'Noor', role: 'child', gone: false }]);
    expect((await api.as('team-lead').get('/v1/waiting-list?limit=100')).body.items).toContainEqual(expect.objectContaining({ householdId: body.id, caseNumber: body.caseNumber }));
  });

  it('who splits does not come into the new dossier, and the old one says nothing of it', async () => {
    const family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    for (const persona of ['regisseur', 'case-worker'] as const) {
      const one = persona === 'regisseur' ? family : await aHousehold(api.db, { intakeBy: 'case-worker' });
      const { body } = await split(one, { safetyChecked: persona === 'regisseur' }, persona);
      const opened = await api.as(persona).get(`/v1/households/${body.id}`);
      expect(opened.status === 404 || opened.body.view === 'head').toBe(true);
      for (const path of ['', '/merges', '/splits/preview']) {
        const { text } = await api.as(persona).get(`/v1/households/${one.id}${path}`);
        for (const secret of [body.id, body.caseNumber, '9744', 'De Wit hoort']) expect(text).not.toContain(secret);
      }
      const lines = await api.db.query<{ text: string }>('SELECT text FROM household_event WHERE household_id = ANY ($1)', [[one.id, body.id]]);
      expect(lines.map(({ text }) => text).join()).not.toMatch(/Bouzid|Wit|Z-|\d{4}-\d{6}|9744|9711/);
    }
  });

  it('each side reads only its own', async () => {
    const family = await aHousehold(api.db);
    const { body } = await split(family);
    await assignRegisseur(api.db, body.id, 'regisseur-zuid');
    const theirs = (await api.as('regisseur-zuid').get(`/v1/households/${body.id}`)).text;
    expect(theirs).toContain('9744KK');
    for (const secret of [family.id, family.caseNumber, '9711AB', 'Fatima']) expect(theirs).not.toContain(secret);
    expect((await api.as('regisseur-zuid').get(`/v1/households/${family.id}`)).status).toBe(404);
    expect((await api.as('regisseur').post('/v1/household-searches', { text: 'de wit' })).body.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
  });

  it('how a child in both is reached stays on its own side', async () => {
    const family = await aHousehold(api.db);
    await api.db.query(`UPDATE household_member SET phone = '0612300000', email = 'mama@voorbeeld.nl', contact_remark = 'Bel mama.', lives_elsewhere = true, elsewhere_agreement = 'Om de week bij oma.' WHERE id = $1`, [family.members['Noor']]);
    const { body } = await split(family);
    expect(await api.db.query(`SELECT phone, email, contact_remark, elsewhere_agreement FROM household_member WHERE household_id = $1 AND first_name = 'Noor'`, [body.id])).toEqual([
      { phone: null, email: null, contact_remark: null, elsewhere_agreement: null }]);
    expect(await api.db.query('SELECT phone FROM household_member WHERE household_id = $1 AND phone = $2', [family.id, '0612300000'])).toHaveLength(1);
  });

  it('a child with a BSN is one person in both, without one it is not', async () => {
    const family = await aHousehold(api.db);
    const persons = (id: string) => api.db.query(`SELECT person_id FROM household_member WHERE household_id = $1 AND first_name = 'Noor'`, [id]);
    await api.db.query(`UPDATE household_member SET bsn_sealed = '\\x01', bsn_index = '\\x0102' WHERE id = $1`, [family.members['Noor']]);
    const { body } = await split(family);
    expect(await persons(body.id)).toEqual(await persons(family.id));
    const without = await aHousehold(api.db);
    const { body: other } = await split(without);
    expect(await persons(other.id)).not.toEqual(await persons(without.id));
  });

  const together = (kept: string, merged: string) =>
    api.as('team-lead').post(`/v1/households/${kept}/merges`, { mergedHouseholdId: merged, mergedVersion: 1, fields: {}, members: [] }, { version: 2 });

  it('who hides for the other is not laid together again', async () => {
    const family = await aHousehold(api.db);
    const { body } = await split(family);
    const answer = await together(family.id, body.id);
    expect([answer.status, answer.text]).toEqual([422, expect.not.stringContaining('9744KK')]);
  });

  it('undone is merged: the dossier without a regisseur goes up in the other', async () => {
    const family = await aHousehold(api.db);
    const { body } = await split(family, { address: { ...NEW_ADDRESS, protected: false } });
    expect((await together(family.id, body.id)).status).toBe(201);
    expect(await api.db.query(`SELECT first_name FROM household_member WHERE household_id = $1 AND left_on IS NULL ORDER BY birth_date`, [family.id])).toEqual([{ first_name: 'Erik' }, { first_name: 'Fatima' }, { first_name: 'Noor' }]);
  });

  it.each<[string, (family: HouseholdFixture) => object, string]>([
    ['everybody', ({ members }) => ({ members: Object.values(members).map((memberId, at) => ({ memberId, role: at === 0 ? 'main' : 'other', staysToo: false })) }), 'overblijven'],
    ['nobody who leaves', ({ members }) => ({ members: [{ memberId: members['Noor'], role: 'main', staysToo: true }] }), 'niets te splitsen'],
    ['the main person without a next one', ({ members }) => ({ members: [{ memberId: members['Fatima'], role: 'main', staysToo: false }] }), 'Kies wie hier'],
    ['a stranger', () => ({ members: [{ memberId: '0199d1c2-7a10-7c3e-9a55-0000000000aa', role: 'main', staysToo: false }] }), 'uit dit gezin'],
  ])('%s can not be split off', async (_who, body, message) => {
    const family = await aHousehold(api.db);
    expect(await split(family, body(family))).toMatchObject({ status: 400, text: expect.stringContaining(message) });
  });

  it.each([['a team lead', 'team-lead', 403], ['a regisseur elsewhere', 'regisseur-zuid', 404], ['a privacy officer', 'privacy-officer', 403]])('is not for %s', async (_who, persona, status) => {
    expect((await split(await aHousehold(api.db), {}, persona)).status).toBe(status);
  });

  it('not on a version that is old, and of two at once one', async () => {
    const family = await aHousehold(api.db);
    expect((await split(family, {}, 'regisseur', 7)).status).toBe(412);
    const answers = await Promise.all([split(family), split(family)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});
