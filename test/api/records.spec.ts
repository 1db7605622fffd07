import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis } from '../support/referrals.js';
import { SetClock } from '../support/set-clock.js';

const NOBODY = '018f0000-0000-7000-8000-000000000000';
let api: SpecApi;
let family: HouseholdFixture;
let gkb: string;
beforeAll(async () => {
  api = await startApi({ clock: new SetClock() });
  gkb = await organisationId(api.db, 'Groningse Kredietbank');
  family = await aHousehold(api.db, { intakeBy: 'case-worker', members: [
    { role: 'main', firstName: 'Fatima', birthDate: '1988-04-12' }, { role: 'partner', firstName: 'Erik', birthDate: '1985-09-30' },
    { role: 'child', firstName: 'Noor', birthDate: '2017-02-03' }, { role: 'child', firstName: 'Sami', birthDate: '2013-02-03' }, { role: 'child', firstName: 'Yara', birthDate: '2009-06-01' },
  ] });
});
afterAll(() => api.close());

const idOf = (name: string): string => family.members[name] ?? '';
const self = (name: string) => ({ memberId: idOf(name), capacity: 'self' });
const mother = () => ({ memberId: idOf('Fatima'), capacity: 'parent-with-authority' });
const release = (more: object = {}) => ({
  memberId: idOf('Fatima'), professional: 'huisarts', releasedOrganisation: 'Praktijk De Linde', toOrganisationId: gkb, categories: ['health'], purpose: 'Rekening houden met de behandeling',
  validFrom: '2026-03-02', validUntil: '2026-09-02', proof: 'signed-form', agreedBy: [self('Fatima')], ...more,
});
const help = (more: object = {}) => ({ memberId: idOf('Fatima'), help: 'Samen de post openen', validFrom: '2026-03-02', proof: 'conversation', agreedBy: [self('Fatima')], ...more });
const post = (path: string, body: object, by = 'regisseur', household = family) => api.as(by).post(`/v1/households/${household.id}/${path}`, body);
const errorsOf = ({ body }: { body: { errors?: { field: string }[] } }) => body.errors?.map(({ field }) => field);

describe('releasing professional secrecy', () => {
  it('is a record of its own, beside any basis', async () => {
    const answer = await post('secrecy-releases', release());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      memberName: 'Fatima Bouzid', professional: 'huisarts', toOrganisation: { name: 'Groningse Kredietbank' }, categories: ['health'], state: 'active', allowedActions: ['withdraw'],
    });
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}/secrecy-releases`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([answer.body.id]);
    expect((await api.as('regisseur').get(`/v1/households/${family.id}/legal-bases`)).body.items).toEqual([]);
    expect(await api.db.query(`SELECT kind, run_at FROM outbox WHERE payload->>'recordId' = $1 ORDER BY run_at`, [answer.body.id])).toEqual([
      { kind: 'secrecy-release.expiring', run_at: new Date('2026-08-03T07:00:00Z') }, { kind: 'secrecy-release.expire', run_at: new Date('2026-09-01T22:01:00Z') },
    ]);
  });

  it.each([
    ['without who said yes', () => ({ agreedBy: [] }), 'agreedBy'],
    ['of a child of 13 by the mother alone', () => ({ memberId: idOf('Sami'), agreedBy: [mother()] }), 'agreedBy'],
    ['of a child of 16 by the mother', () => ({ memberId: idOf('Yara'), agreedBy: [mother()] }), 'agreedBy'],
    ['for longer than a year', () => ({ validUntil: '2027-03-03' }), 'validUntil'],
    ['that is over', () => ({ validFrom: '2026-01-01', validUntil: '2026-03-02' }), 'validUntil'],
    ['of nothing', () => ({ categories: [] }), 'categories'],
    ['because of the law', () => ({ proof: 'law' }), 'proof'],
    ['to an organisation elsewhere', () => ({ toOrganisationId: NOBODY }), 'toOrganisationId'],
    ['of somebody of another family', () => ({ memberId: NOBODY }), 'memberId'],
  ])('is refused %s', async (_title, more, field) => {
    const answer = await post('secrecy-releases', release(more()));
    expect([answer.status, errorsOf(answer)]).toEqual([400, [field]]);
  });

  it('is withdrawn without a version, once, and also when the rest of the record is nonsense', async () => {
    const { body } = await post('secrecy-releases', release());
    await api.db.query(`ALTER TABLE secrecy_release DROP CONSTRAINT release_names_categories, DROP CONSTRAINT release_period_ordered, DROP CONSTRAINT release_says_who`);
    await api.db.query(`UPDATE secrecy_release SET categories = '{}', valid_until = '1999-01-01', given_by = '[]', professional = '', purpose = '' WHERE id = $1`, [body.id]);
    await api.db.query(`ALTER TABLE secrecy_release ADD CONSTRAINT release_names_categories CHECK (state NOT IN ('proposed', 'active') OR cardinality(categories) > 0) NOT VALID`);
    const first = await post(`secrecy-releases/${body.id}/withdrawal`, {});
    expect([first.status, first.body.state, first.body.stoppedReferrals]).toEqual([200, 'withdrawn', []]);
    expect((await post(`secrecy-releases/${body.id}/withdrawal`, {})).status).toBe(409);
  });
});

describe('agreeing to be helped', () => {
  it('tells for each member who has to say yes', async () => {
    const { body } = await api.as('regisseur').get(`/v1/households/${family.id}/help-agreements`);
    const decides = Object.fromEntries(body.whoDecides.map((one: { memberId: string; help: string; consent: string }) => [one.memberId, [one.help, one.consent]]));
    expect(['Fatima', 'Noor', 'Sami', 'Yara'].map((name) => decides[idOf(name)])).toEqual([
      ['self', 'self'], ['parents', 'representative'], ['child-and-parents', 'representative'], ['self', 'self'],
    ]);
  });

  it.each([
    ['an adult', () => help()],
    ['a child of 9, by the mother', () => help({ memberId: idOf('Noor'), agreedBy: [mother()] })],
    ['a child of 13, with the mother', () => help({ memberId: idOf('Sami'), agreedBy: [self('Sami'), mother()] })],
    ['a child of 16', () => help({ memberId: idOf('Yara'), agreedBy: [self('Yara')] })],
  ])('%s', async (_who, body) => {
    const answer = await post('help-agreements', body());
    expect([answer.status, answer.body.state]).toEqual([201, 'active']);
  });

  it('refuses a parent of whom is recorded that they have no authority, and takes them when that is corrected', async () => {
    const authority = (hasAuthority: boolean) => post('parental-authority', { childId: idOf('Noor'), adultId: idOf('Erik'), hasAuthority, source: 'register' });
    const byErik = () => post('help-agreements', help({ memberId: idOf('Noor'), agreedBy: [{ memberId: idOf('Erik'), capacity: 'parent-with-authority' }] }));
    expect((await authority(false)).status).toBe(200);
    expect((await byErik()).body.errors).toEqual([{ field: 'agreedBy', message: 'Deze ouder heeft geen gezag over dit kind. Vraag het aan wie gezag heeft.' }]);
    await authority(true);
    expect((await byErik()).status).toBe(201);
    expect((await post('parental-authority', { childId: idOf('Erik'), adultId: idOf('Fatima'), hasAuthority: true, source: 'told' })).status).toBe(400);
    expect((await post('parental-authority', { childId: idOf('Noor'), adultId: idOf('Yara'), hasAuthority: true, source: 'told' })).status).toBe(400);
    expect((await post('parental-authority', { childId: NOBODY, adultId: idOf('Fatima'), hasAuthority: true, source: 'told' })).status).toBe(400);
  });

  it('is withdrawn at once, also when nobody agreed any more, and a new one takes its place', async () => {
    const { body } = await post('help-agreements', help());
    await api.db.query('ALTER TABLE help_agreement DROP CONSTRAINT agreement_says_who');
    await api.db.query(`UPDATE help_agreement SET agreed_by = '[]', help = '' WHERE id = $1`, [body.id]);
    expect((await post(`help-agreements/${body.id}/withdrawal`, { reason: 'Liever zelf' })).body).toMatchObject({ state: 'withdrawn', allowedActions: [] });
    expect((await post(`help-agreements/${body.id}/withdrawal`, {})).status).toBe(409);
    const again = await post('help-agreements', help());
    const next = await post('help-agreements', help({ help: 'En een budgetplan', replaces: again.body.id }));
    expect(next.status).toBe(201);
    expect(await api.db.query('SELECT state FROM help_agreement WHERE id = ANY ($1) ORDER BY id', [[again.body.id, next.body.id]])).toEqual([{ state: 'superseded' }, { state: 'active' }]);
    expect((await post('help-agreements', help({ replaces: NOBODY }))).status).toBe(404);
  });
});

describe('who may, and whose record it is', () => {
  it.each([
    ['regisseur-zuid', 404], ['regisseur-hoogeveen', 404], ['gkb', 403], ['humanitas', 403], ['team-lead', 403], ['decision-maker', 403], ['resident', 403],
  ])('%s gets %i everywhere', async (persona, status) => {
    const person = api.as(persona);
    const base = `/v1/households/${family.id}`;
    const answers = [
      await person.get(`${base}/secrecy-releases`), await person.get(`${base}/help-agreements`),
      await person.post(`${base}/secrecy-releases`, release()), await person.post(`${base}/help-agreements`, help()),
      await person.post(`${base}/parental-authority`, { childId: idOf('Noor'), adultId: idOf('Fatima'), hasAuthority: true, source: 'told' }),
      await person.post(`${base}/secrecy-releases/${NOBODY}/withdrawal`, {}), await person.post(`${base}/help-agreements/${NOBODY}/withdrawal`, {}),
      await person.get(`${base}/legal-bases/${NOBODY}/withdrawal-preview`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    expect(answers.map(({ text }) => text).join()).not.toContain('Fatima');
  });

  it('a record of another family is not there under the URL of one\'s own', async () => {
    const other = await aHousehold(api.db, { name: 'Familie Ander' });
    const fatima = other.members['Fatima'] ?? '';
    const theirs = { memberId: fatima, agreedBy: [{ memberId: fatima, capacity: 'self' }] };
    const [secret, agreed] = [await post('secrecy-releases', release(theirs), 'regisseur', other), await post('help-agreements', help(theirs), 'regisseur', other)];
    expect([secret.status, agreed.status]).toEqual([201, 201]);
    expect((await post(`secrecy-releases/${secret.body.id}/withdrawal`, {})).status).toBe(404);
    expect((await post(`help-agreements/${agreed.body.id}/withdrawal`, {})).status).toBe(404);
    expect((await post('help-agreements', help({ replaces: agreed.body.id }))).status).toBe(404);
    expect((await post('help-agreements', help({ memberId: fatima }))).status).toBe(400);
    expect((await post('help-agreements', help({ agreedBy: [{ memberId: fatima, capacity: 'curator' }] }))).status).toBe(400);
  });

  it('break-glass reads and records or withdraws nothing', async () => {
    const { body } = await post('help-agreements', help());
    const [zuid] = await api.db.query<{ id: string }>(`SELECT id FROM app_user WHERE subject = 'regisseur-zuid'`);
    await api.db.query(
      `INSERT INTO household_access (user_id, household_id, municipality_id, reason, since, until, cause_id) VALUES ($1, $2, $3, 'break-glass', now(), now() + interval '1 hour', $4)`,
      [zuid?.id, family.id, family.municipalityId, newId()],
    );
    const base = `/v1/households/${family.id}`;
    const zuidStaff = api.as('regisseur-zuid');
    expect((await zuidStaff.get(`${base}/help-agreements`)).status).toBe(200);
    // They can't even hold the family for a change: to them it is not there to write in.
    expect((await zuidStaff.post(`${base}/help-agreements`, help())).status).toBe(404);
    expect((await zuidStaff.post(`${base}/help-agreements/${body.id}/withdrawal`, {})).status).toBe(404);
    expect((await zuidStaff.post(`${base}/secrecy-releases`, release())).status).toBe(404);
    expect(await api.db.query('SELECT state FROM help_agreement WHERE id = $1', [body.id])).toEqual([{ state: 'active' }]);
  });

  it('the privacy officer finds by case number what a resident can take back, and nothing of another municipality', async () => {
    const caller = await aHousehold(api.db);
    const mine = `/v1/households/${caller.id}`;
    const yes = { ...help(), memberId: caller.members['Fatima'], agreedBy: [{ memberId: caller.members['Fatima'], capacity: 'self' }] };
    const agreed = await api.as('regisseur').post(`${mine}/help-agreements`, yes);
    const basis = await recordBasis(api, caller, 'Fatima', gkb, ['name']);
    const running = async (number: string, persona = 'privacy-officer') => (await api.as(persona).get(`/v1/running-records?caseNumber=${number}`)).body.items;
    expect(await running(caller.caseNumber)).toEqual([
      expect.objectContaining({ kind: 'legal-basis', id: basis.body.id, householdId: caller.id, memberName: 'Fatima Bouzid', toOrganisation: 'Groningse Kredietbank' }),
      { kind: 'help-agreement', id: agreed.body.id, householdId: caller.id, memberName: 'Fatima Bouzid', about: agreed.body.help, basisType: null, toOrganisation: null, validUntil: null },
    ]);
    await api.as('privacy-officer').post(`${mine}/legal-bases/${basis.body.id}/withdrawal`, {});
    expect((await running(caller.caseNumber)).map(({ id }: { id: string }) => id)).toEqual([agreed.body.id]);
    const elsewhere = await aHousehold(api.db, { regisseur: 'regisseur-hoogeveen' });
    expect([await running(elsewhere.caseNumber), await running('2020-000000'), await running(caller.caseNumber, 'regisseur')]).toEqual([[], [], undefined]);
  });

  it('the privacy officer ends what a resident asks to end, without seeing the family', async () => {
    const [agreed, secret] = [await post('help-agreements', help()), await post('secrecy-releases', release())];
    const officer = api.as('privacy-officer');
    const answers = [
      await officer.post(`/v1/households/${family.id}/help-agreements/${agreed.body.id}/withdrawal`, {}),
      await officer.post(`/v1/households/${family.id}/secrecy-releases/${secret.body.id}/withdrawal`, {}),
    ];
    expect(answers.map(({ status, body }) => [status, body.state, body.memberName])).toEqual([[200, 'withdrawn', 'dit gezinslid'], [200, 'withdrawn', 'dit gezinslid']]);
    expect((await officer.post(`/v1/households/${family.id}/help-agreements`, help())).status).toBe(403);
    expect((await officer.get(`/v1/households/${family.id}/help-agreements`)).status).toBe(403);
  });
});
