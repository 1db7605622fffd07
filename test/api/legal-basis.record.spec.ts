import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { basisBody, recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

describe('recording why data may be shared', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  let gkb: string;
  beforeAll(async () => {
    api = await startApi({ clock: new SetClock() });
    family = await aHousehold(api.db, { intakeBy: 'case-worker' });
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
    // Attackers with families of their own: being in one dossier must open no other.
    for (const regisseur of ['regisseur-zuid', 'regisseur-hoogeveen']) await aHousehold(api.db, { regisseur });
  });
  afterAll(() => api.close());

  const refused = async (more: object): Promise<{ status: number; fields: string[]; text: string }> => {
    const answer = await recordBasis(api, family, 'Fatima', gkb, ['name'], { ...more });
    return { status: answer.status, fields: (answer.body.errors ?? []).map(({ field }: { field: string }) => field), text: answer.text };
  };

  it('answers the basis with a sentence that the family understands', async () => {
    const { status, body, headers } = await recordBasis(api, family, 'Fatima', gkb, ['name', 'contact']);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      memberName: 'Fatima Bouzid', state: 'active', version: 1, allowedActions: ['withdraw', 'renew'], catalogueCode: 'wgs', agreedBy: [], reviewDueOn: null,
      fromOrganisation: { name: 'WIJ Groningen' }, toOrganisation: { name: 'Groningse Kredietbank' },
      explanation: 'Groningse Kredietbank mag naam, telefoonnummer en e-mailadres van Fatima Bouzid zien, op grond van een wettelijke taak (Wgs art. 8), tot 31 december 2027.',
    });
    expect(headers['etag']).toBe('"1"');
  });

  it('stands in the list, in the story of the family and in the audit', async () => {
    const list = await api.as('regisseur').get(`/v1/households/${family.id}/legal-bases`);
    expect(list.body.items).toHaveLength(1);
    const [story] = await api.db.query(`SELECT text FROM household_event WHERE household_id = $1 AND kind = 'legal-basis.recorded'`, [family.id]);
    expect(story).toEqual({ text: 'Er is een grondslag om gegevens te delen met Groningse Kredietbank.' });
    const audit = await api.db.query(`SELECT action FROM audit_event WHERE household_id = $1 ORDER BY id`, [family.id]);
    expect(audit.map(({ action }) => action)).toEqual(['legal-basis.recorded', 'legal-basis.listed']);
  });

  it('is also possible for the case worker who did the intake', async () => {
    expect((await recordBasis(api, family, 'Erik', gkb, ['name'], { by: 'case-worker' })).status).toBe(201);
  });

  it('asks for consent why the resident could really choose', async () => {
    expect(await refused({ type: 'consent', validUntil: '2026-12-31' })).toMatchObject({ status: 400, fields: ['freelyGivenReason'] });
    expect((await refused({ type: 'consent', validUntil: '2026-12-31', freelyGivenReason: 'Ook zonder ja gaat de hulp door.' })).status).toBe(201);
  });

  it('asks for a child under 16 who of the parents consents, and refuses one without authority', async () => {
    const consent = { type: 'consent', validUntil: '2026-12-31', freelyGivenReason: 'Ook zonder ja gaat de hulp door.' };
    const by = (more: object) => recordBasis(api, family, 'Noor', gkb, ['name'], { ...consent, ...more });
    const without = await by({});
    expect([without.status, without.body.errors]).toEqual([400, [{ field: 'agreedBy', message: 'Voor dit kind moet een ouder met gezag of een voogd ja zeggen.' }]]);
    const powerless = await by({ agreedBy: [{ memberId: family.members['Erik'], capacity: 'parent-without-authority' }] });
    expect([powerless.status, powerless.body.errors[0].message]).toEqual([400, 'Een ouder zonder gezag kan hier geen ja zeggen. Vraag het aan wie gezag heeft.']);
    const mother = await by({ agreedBy: [{ memberId: family.members['Fatima'], capacity: 'parent-with-authority' }] });
    expect([mother.status, mother.body.agreedBy]).toEqual([201, [{ memberId: family.members['Fatima'], capacity: 'parent-with-authority' }]]);
    const guardian = await by({ agreedBy: [{ name: 'Mevrouw De Vries', capacity: 'guardian' }] });
    expect([guardian.status, guardian.body.agreedBy]).toEqual([201, [{ name: 'Mevrouw De Vries', capacity: 'guardian' }]]);
  });

  it.each([
    ['an end before the begin', { validFrom: '2027-01-01', validUntil: '2026-12-01' }, 'validUntil'],
    ['an end that is over', { validFrom: '2025-01-01', validUntil: '2026-03-02' }, 'validUntil'],
    ['a period that is far too long', { validUntil: '2039-01-01' }, 'validUntil'],
    ['a day that does not exist', { validFrom: '2026-02-30' }, 'validFrom'],
    ['a category that does not exist', { dataCategories: ['bsn'] }, 'dataCategories'],
    ['the same category twice', { dataCategories: ['name', 'name'] }, 'dataCategories'],
    ['no category', { dataCategories: [] }, 'dataCategories'],
    ['a type that does not exist', { type: 'gut-feeling' }, 'type'],
    ['a proof that does not exist', { proof: 'rumour' }, 'proof'],
    ['an article of spaces', { article: '   ' }, 'article'],
    ['a purpose of 501 characters', { purpose: `Schulden op een rij zetten ${'x'.repeat(480)}` }, 'purpose'],
    ['a NUL in the text', { purpose: 'schuld\u0000en' }, 'purpose'],
    ['an unknown field', { secret: true }, 'secret'],
    ['an object as text', { article: { $ne: '' } }, 'article'],
    ['no id', { memberId: 'Fatima' }, 'memberId'],
    ['an organisation that does not exist', { toOrganisationId: '018f0000-0000-7000-8000-000000000000' }, 'toOrganisationId'],
  ])('refuses %s and names the field', async (_, more, field) => {
    const { status, fields, text } = await refused(more);
    expect([status, fields]).toEqual([400, [field]]);
    expect(text).not.toMatch(/must|should|invalid input/i);
  });

  it('keeps a script tag as the plain text it is', async () => {
    const purpose = 'Schulden op een rij zetten: <script>alert(1)</script>';
    const { status, body } = await recordBasis(api, family, 'Erik', gkb, ['name'], { purpose });
    expect([status, body.purpose]).toEqual([201, purpose]);
  });

  it('refuses a member of another family in the same words as somebody who does not exist', async () => {
    const other = await aHousehold(api.db, { name: 'Familie Ander' });
    const post = (memberId: string | undefined) => api.as('regisseur').post(`/v1/households/${family.id}/legal-bases`, basisBody(memberId, gkb, ['name']));
    const [stranger, nobody] = [await post(other.members['Fatima']), await post('018f0000-0000-7000-8000-000000000000')];
    expect(stranger.status).toBe(400);
    expect(stranger.body.errors).toEqual([{ field: 'memberId', message: 'Dit gezinslid hoort niet bij dit gezin.' }]);
    expect({ ...stranger.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
  });

  it('refuses an organisation that works only elsewhere', async () => {
    const answer = await recordBasis(api, family, 'Fatima', await organisationId(api.db, 'SWW'), ['name']);
    expect(answer.body.errors).toEqual([{ field: 'toOrganisationId', message: 'Deze organisatie werkt niet in jouw gemeente.' }]);
  });

  it.each([
    ['regisseur-zuid', 404], ['regisseur-hoogeveen', 404], ['gkb', 403], ['humanitas', 403], ['team-lead', 403], ['decision-maker', 403], ['resident', 403],
  ])('is not for %s: %i, for every route about sharing', async (persona, status) => {
    const person = api.as(persona);
    const base = `/v1/households/${family.id}`;
    const preview = { toOrganisationId: gkb, shares: [{ memberId: family.members['Fatima'], categories: ['name'] }] };
    const answers = [
      await person.get(`${base}/legal-bases`),
      await person.post(`${base}/legal-bases`, basisBody(family.members['Fatima'], gkb, ['name'])),
      await person.post(`${base}/sharing-preview`, preview),
      await person.post(`${base}/legal-bases/018f0000-0000-7000-8000-000000000000/withdrawal`, {}),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    expect(answers.map(({ text }) => text).join()).not.toContain('Fatima');
  });

  it('records once when the same request comes twice', async () => {
    const before = await api.db.query('SELECT id FROM legal_basis');
    const headers = { 'idempotency-key': 'one-basis' };
    const body = basisBody(family.members['Fatima'], gkb, ['housing']);
    const [first, second] = [
      await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases`, body, { headers }),
      await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases`, body, { headers }),
    ];
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await api.db.query('SELECT id FROM legal_basis')).toHaveLength(before.length + 1);
  });
});
