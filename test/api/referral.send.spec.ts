import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, giveAccess, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis, sendReferral, sharesOf } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('sending a warm referral', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    family = await aHousehold(api.db);
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
  });
  afterAll(() => api.close());

  const count = async (): Promise<number> => (await api.db.query('SELECT id FROM referral')).length;

  it('is refused without a covering basis and names per member and category what is missing', async () => {
    const { status, body } = await sendReferral(api, family, gkb, { Fatima: ['name', 'address'], Noor: ['name', 'birth-date'] });
    expect(status).toBe(422);
    expect(body.detail).toBe('Delen met Groningse Kredietbank kan nog niet. Er mist een grondslag.');
    expect(body.errors).toEqual([
      { field: 'shares.0.address', message: 'Er is geen geldige grondslag om het adres van Fatima Bouzid met Groningse Kredietbank te delen.' },
      { field: 'shares.1.name', message: 'Er is geen geldige grondslag om de naam van Noor Bouzid met Groningse Kredietbank te delen. Een kind heeft een eigen grondslag nodig.' },
      { field: 'shares.1.birth-date', message: 'Er is geen geldige grondslag om de geboortedatum van Noor Bouzid met Groningse Kredietbank te delen. Een kind heeft een eigen grondslag nodig.' },
    ]);
    expect(await count()).toBe(0);
    expect(await api.db.query(`SELECT FROM outbox WHERE kind LIKE 'referral.%'`)).toHaveLength(0);
  });

  it('is refused on a basis to another organisation with nearly the same name, one that has not begun and one that is over', async () => {
    const humanitas = await organisationId(api.db, 'Humanitas');
    expect((await sendReferral(api, family, humanitas, { Fatima: ['name'] })).status).toBe(422);
    await recordBasis(api, family, 'Erik', gkb, ['name'], { validFrom: '2026-03-03' });
    expect((await sendReferral(api, family, gkb, { Erik: ['name'] })).status).toBe(422);
    await recordBasis(api, family, 'Erik', gkb, ['contact']);
    await api.db.query(`UPDATE legal_basis SET valid_from = '2026-01-01', valid_until = '2026-03-02' WHERE member_id = $1`, [family.members['Erik']]);
    expect((await sendReferral(api, family, gkb, { Erik: ['contact'] })).status).toBe(422);
    expect(await count()).toBe(0);
  });

  it.each([
    ['a child that is not shared', 'Kunnen jullie Noor Bouzid ook spreken?', 'Schrijf geen namen. In de tekst staat een gezinslid van wie je de naam niet deelt met Groningse Kredietbank.'],
    ['a telephone number that is not shared', 'Bel Erik op 06 87654321.', 'In de tekst staat een telefoonnummer of e-mailadres dat je niet deelt met Groningse Kredietbank.'],
    ['a BSN', 'Haar BSN is 999990019.', 'In de tekst staat een nummer dat een BSN kan zijn. Dat gaat nooit mee in een tekst.'],
  ])('is refused when the question holds %s', async (_what, question, message) => {
    const { status, body } = await sendReferral(api, family, gkb, { Fatima: ['name', 'contact'] }, { question });
    expect([status, body.errors]).toEqual([422, [{ field: 'question', message }]]);
    expect(await count()).toBe(0);
  });

  it('stores exactly what is covered, and on which basis', async () => {
    const { status, body } = await sendReferral(api, family, gkb, { Fatima: ['contact', 'name'] });
    expect(status).toBe(201);
    const shares = await api.db.query(
      `SELECT s.member_id, s.category, b.article FROM referral_share s JOIN legal_basis b ON b.id = s.legal_basis_id WHERE referral_id = $1 ORDER BY category`, [body.id]);
    expect(shares).toEqual(['contact', 'name'].map((category) => ({ member_id: family.members['Fatima'], category, article: 'Wgs art. 8' })));
  });

  it('gives three working days for everything when eviction threatens', async () => {
    const { body } = await sendReferral(api, family, gkb, { Fatima: ['name'] }, { threatening: true });
    expect(body).toMatchObject({ answerBy: '2026-03-05', firstContactBy: '2026-03-05' });
  });

  it('is sent once when the same request comes twice, also at the same moment', async () => {
    const before = await count();
    const body = { toOrganisationId: gkb, question: 'Eén keer', threatening: false, shares: sharesOf(family, { Fatima: ['name'] }) };
    const post = () => api.as('regisseur').post(`/v1/households/${family.id}/referrals`, body, { headers: { 'idempotency-key': 'once' } });
    const [first, twin] = await Promise.all([post(), post()]);
    const later = await post();
    expect([first.status, twin.status, later.status]).toEqual([201, 201, 201]);
    expect(new Set([first.body.id, twin.body.id, later.body.id]).size).toBe(1);
    expect(await count()).toBe(before + 1);
    const other = await api.as('regisseur').post(`/v1/households/${family.id}/referrals`, { ...body, question: 'Iets anders' }, { headers: { 'idempotency-key': 'once' } });
    expect(other.status).toBe(422);
  });

  it('can also be done by who stands in for the regisseur, in the name of the regisseur', async () => {
    const household = await aHousehold(api.db, { regisseur: 'regisseur-zuid' });
    await giveAccess(api.db, household.id, 'regisseur', 'substitute');
    await recordBasis(api, household, 'Fatima', gkb, ['name']);
    const { status, body } = await sendReferral(api, household, gkb, { Fatima: ['name'] });
    expect(status).toBe(201);
    expect((await api.as('gkb').get(`/v1/referrals/${body.id}`)).body.regisseur).toEqual({ name: 'Lars Feenstra' });
    const box = await api.as('regisseur').get('/v1/referrals?box=sent');
    expect(box.body.items.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  it.each([
    ['an empty question', { question: ' ' }, 'question'],
    ['a question of 2,001 characters', { question: 'x'.repeat(2_001) }, 'question'],
    ['a NUL in the question', { question: 'a\u0000b' }, 'question'],
    ['threatening as a text', { threatening: 'ja' }, 'threatening'],
    ['nothing to share', { shares: [] }, 'shares'],
    ['an unknown field', { state: 'accepted' }, 'state'],
    ['an organisation that takes no referrals', { toOrganisationId: 'WIJ' }, 'toOrganisationId'],
  ])('refuses %s', async (_, more, field) => {
    const answer = await sendReferral(api, family, gkb, { Fatima: ['name'] }, more);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  it('refuses one\'s own organisation and a family of somebody else\'s members', async () => {
    const own = await sendReferral(api, family, await organisationId(api.db, 'WIJ Groningen'), { Fatima: ['name'] });
    expect(own.body.errors).toEqual([{ field: 'toOrganisationId', message: 'Deze organisatie neemt geen verwijzingen aan.' }]);
    const other = await aHousehold(api.db);
    const answer = await api.as('regisseur').post(`/v1/households/${family.id}/referrals`, {
      toOrganisationId: gkb, question: 'Vraag', threatening: false, shares: sharesOf(other, { Fatima: ['name'] }),
    });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'shares.0.memberId']);
  });

  it('refuses a family whose case is closed: who was in the dossier is out of it', async () => {
    const household = await aHousehold(api.db);
    await recordBasis(api, household, 'Fatima', gkb, ['name']);
    await api.db.query(`UPDATE household SET state = 'closed' WHERE id = $1`, [household.id]);
    const answer = await sendReferral(api, household, gkb, { Fatima: ['name'] });
    expect([answer.status, answer.body.detail]).toEqual([404, 'Dit gezin bestaat niet, of je mag het niet zien.']);
  });

  it.each([['regisseur-zuid', 404], ['regisseur-hoogeveen', 404], ['case-worker', 403], ['gkb', 403], ['team-lead', 403]])(
    'is not for %s: %i', async (by, status) => {
      expect((await sendReferral(api, family, gkb, { Fatima: ['name'] }, { by })).status).toBe(status);
    });
});
