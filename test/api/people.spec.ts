import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { giveBsn, municipalTeam } from '../support/bsn.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral } from '../support/referrals.js';
import { aReport } from '../support/reports.js';
import { theDayInAmsterdam } from '../support/today.js';

const today = theDayInAmsterdam();

describe('the people of a family', () => {
  let api: SpecApi;
  let family: HouseholdFixture;
  beforeAll(async () => {
    api = await startApi();
    family = await aHousehold(api.db, { intakeBy: 'case-worker' });
  });
  afterAll(() => api.close());

  const at = (path: string, of = family): string => `/v1/households/${of.id}/${path}`;
  const people = async (persona = 'regisseur', of = family) => (await api.as(persona).get(at('people', of))).body;
  const person = async (id: string, of = family) => (await people('regisseur', of)).members.find((one: { id: string }) => one.id === id);
  const add = (body: object, of = family, persona = 'regisseur') =>
    api.as(persona).post(at('members', of), { role: 'child', firstName: 'Sem', lastName: 'Bouzid', birthDate: '2020-05-05', joinedOn: '2020-05-05', protectedAddress: false, ...body });
  const onMember = (step: string, id: string, body: object, version = 1, of = family) => {
    const person = api.as('regisseur');
    const path = at(`members/${id}/${step}`, of);
    return step === 'role' || step === 'contact' ? person.call('PUT', path, { body, version }) : person.post(path, body, { version });
  };
  const leave = (of: HouseholdFixture, name: string, version = 1) => onMember('departure', of.members[name] ?? '', { leftOn: today, reason: 'own-home' }, version, of);
  const counts = async ({ id }: HouseholdFixture) => (await api.db.query('SELECT member_count AS people, child_count AS children FROM household WHERE id = $1', [id]))[0];

  it('come in with a day, and count', async () => {
    const { status, body } = await add({}, family, 'case-worker');
    expect(status).toBe(201);
    expect(await person(body.id)).toMatchObject({ name: 'Sem Bouzid', role: 'child', joinedOn: '2020-05-05', leftOn: null, version: 1 });
    expect(await counts(family)).toEqual({ people: 4, children: 2 });
    expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).text).toContain('Er is een gezinslid bij gekomen.');
  });

  it.each<[string, object, number, RegExp]>([
    ['born tomorrow', { birthDate: addDays(today, 1), joinedOn: addDays(today, 1) }, 400, /geboortedatum ligt in de toekomst/],
    ['a child older than a parent', { birthDate: '1980-01-01' }, 400, /ouder dan een ouder/],
    ['in the family before the birth', { joinedOn: '2020-05-04' }, 400, /vóór de geboortedatum/],
    ['somebody who is in it already', { firstName: 'NOOR', birthDate: '2017-02-03' }, 409, /hoort al bij dit gezin/],
    ['a second main person', { role: 'main', birthDate: '1980-01-01' }, 400, /al een hoofdpersoon/],
    ['a telephone number that is none', { phone: '12' }, 400, /Schrijf het telefoonnummer/],
  ])('refuses %s', async (_title, body, status, says) => {
    const answer = await add(body);
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(says)]);
  });

  it('does not tell that the same number is known in another family', async () => {
    const [other, own] = [await aHousehold(api.db), await aHousehold(api.db, { regisseur: 'regisseur-zuid' })];
    await giveBsn(api, other.members['Noor'], '999990019');
    // Without a mandate nobody types a BSN here (Wabb 10).
    expect((await add({ bsn: '999990019', firstName: 'Yara' })).status).toBe(403);
    await municipalTeam(api, 'regisseur-zuid');
    const here = await add({ bsn: '999990019', firstName: 'Yara' }, own, 'regisseur-zuid');
    expect([here.status, here.text.includes(other.caseNumber)]).toEqual([201, false]);
    expect(JSON.stringify(await people('regisseur-zuid', own))).not.toMatch(new RegExp(`999990019|personId|${other.caseNumber}`));
  });

  it('one of them becomes the main person, and who was it makes room', async () => {
    const own = await aHousehold(api.db);
    const erik = own.members['Erik'] ?? '';
    expect((await onMember('role', erik, { role: 'main' }, 1, own)).status).toBe(200);
    expect((await people('regisseur', own)).members.map(({ firstName, role }: { firstName: string; role: string }) => `${firstName} ${role}`)).toEqual(['Erik main', 'Fatima partner', 'Noor child']);
    expect((await onMember('role', erik, { role: 'other' }, 2, own)).text).toMatch('altijd een hoofdpersoon');
    expect((await onMember('role', erik, { role: 'main' }, 1, own)).status).toBe(412);
  });

  it('a correction of a birth date makes nobody a child older than a parent, nor somebody here before their birth', async () => {
    const own = await aHousehold(api.db);
    const correct = (name: string, birthDate: string) => api.as('regisseur').call('PATCH', at(`members/${own.members[name]}`, own), { body: { birthDate, reason: 'Paspoort gezien' }, version: 1 });
    expect((await correct('Noor', '1988-01-01')).text).toMatch('ouder dan een ouder');
    expect((await correct('Fatima', '2018-01-01')).text).toMatch('jonger dan een kind');
    await api.db.query(`UPDATE household_member SET joined_on = '2018-03-03' WHERE id = $1`, [own.members['Noor']]);
    const late = await correct('Noor', '2019-01-01');
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('na de dag waarop deze persoon in het gezin kwam')]);
    expect((await correct('Noor', '2018-01-01')).status).toBe(200);
  });

  describe('who leaves', () => {
    it('stays in the history, counts no more, and can come back', async () => {
      const own = await aHousehold(api.db);
      const noor = own.members['Noor'] ?? '';
      expect((await leave(own, 'Noor')).body).toEqual({ id: noor, version: 2, records: 0, referrals: 0 });
      expect(await person(noor, own)).toMatchObject({ leftOn: today, leftReason: 'own-home', version: 2 });
      expect(await counts(own)).toEqual({ people: 2, children: 0 });
      expect((await api.as('regisseur').get(`/v1/households/${own.id}`)).body.members).toHaveLength(2);
      expect((await leave(own, 'Noor', 2)).text).toMatch('al niet meer bij dit gezin');
      expect((await add({ firstName: 'Noor', birthDate: '2017-02-03' }, own)).text).toMatch('Leg vast dat die terug is');
      expect((await onMember('return', noor, { on: today, role: 'child' }, 2, own)).status).toBe(200);
      expect(await counts(own)).toEqual({ people: 3, children: 1 });
      const history = await api.db.query('SELECT field, old_value AS "from", new_value AS "to" FROM member_history WHERE member_id = $1 ORDER BY id', [noor]);
      expect(history).toEqual([{ field: 'leftOn', from: null, to: today }, { field: 'leftOn', from: today, to: null }]);
    });

    it('is not the main person, and not before birth, and a stale screen hears so', async () => {
      expect((await leave(family, 'Fatima')).text).toMatch('Maak eerst iemand anders hoofdpersoon');
      expect((await onMember('departure', family.members['Noor'] ?? '', { leftOn: '2017-02-02', reason: 'care' })).text).toMatch('vóór de geboortedatum');
      expect((await leave(family, 'Noor', 7)).status).toBe(412);
    });

    it('is shown to no partner any more; what runs is looked at again and nothing is withdrawn', async () => {
      const own = await aHousehold(api.db);
      const referral = await aReferral(api, own, await organisationId(api.db, 'Groningse Kredietbank'));
      const shown = async () => (await api.as('gkb').get(`/v1/referrals/${referral.id}`)).text;
      expect(await shown()).toContain('Fatima');
      await onMember('role', own.members['Erik'] ?? '', { role: 'main' }, 1, own);
      const { body } = await leave(own, 'Fatima', 2);
      expect(body).toMatchObject({ records: referral.basisIds.length, referrals: 1 });
      expect(await shown()).not.toContain('Fatima');
      const bases = await api.db.query('SELECT state, review_reason AS why FROM legal_basis WHERE id = ANY ($1)', [referral.basisIds]);
      expect(new Set(bases.map(({ state, why }) => `${state} ${why}`))).toEqual(new Set(['active left-household']));
      expect((await api.as('regisseur').get(at('sharing', own))).text).not.toContain('Fatima');
      const again = await api.as('regisseur').post(at('help-agreements', own), {
        memberId: own.members['Fatima'], help: 'Post openen', validFrom: today, proof: 'conversation', agreedBy: [{ memberId: own.members['Fatima'], capacity: 'self' }],
      });
      expect([again.status, again.text]).toEqual([400, expect.stringContaining('hoort niet meer bij dit gezin')]);
      await onMember('return', own.members['Fatima'] ?? '', { on: today, role: 'partner' }, 3, own);
      expect(await shown()).toContain('Fatima');
    });

    it('keeps authority over the child, and says yes for it', async () => {
      const own = await aHousehold(api.db);
      await leave(own, 'Erik');
      const authority = { childId: own.members['Noor'], adultId: own.members['Erik'], hasAuthority: true, source: 'register' };
      expect((await api.as('regisseur').post(at('parental-authority', own), authority)).status).toBe(200);
      const yes = await api.as('regisseur').post(at('help-agreements', own), {
        memberId: own.members['Noor'], help: 'Speltherapie', validFrom: today, proof: 'conversation', agreedBy: [{ memberId: own.members['Erik'], capacity: 'parent-with-authority' }],
      });
      expect(yes.status).toBe(201);
    });

    it('can be reported with a household of their own', async () => {
      const own = await aHousehold(api.db, { members: [{ role: 'main', firstName: 'Fatima' }, { role: 'partner', firstName: 'Wybe', lastName: 'Terpstra', birthDate: '1985-03-03' }] });
      const report = () => api.as('case-worker').post('/v1/households', aReport({ members: [{ role: 'main', firstName: 'Wybe', lastName: 'Terpstra', birthDate: '1985-03-03' }] }));
      expect((await report()).status).toBe(409);
      await leave(own, 'Wybe');
      expect((await report()).status).toBe(201);
    });
  });

  it('say how they want to be reached and where else they live, and hear what is missing', async () => {
    const noor = family.members['Noor'] ?? '';
    const body = { preferredChannel: 'visit', language: 'ti', interpreterNeeded: true, noCallsFrom: '22:00', noCallsUntil: '08:00', contactRemark: 'Bel eerst moeder', livesElsewhere: true, elsewhereAgreement: 'Om de week bij papa', protectedAddress: false };
    expect((await onMember('contact', noor, { ...body, preferredChannel: 'email' })).text).toMatch('Hiervoor is een e-mailadres nodig');
    expect((await onMember('contact', noor, { ...body, livesElsewhere: false })).text).toMatch('Vink eerst aan');
    expect((await onMember('contact', noor, { ...body, noCallsFrom: '25:00' })).status).toBe(400);
    expect((await onMember('contact', noor, body)).body).toEqual({ id: noor, version: 2 });
    expect((await onMember('contact', noor, body)).status).toBe(412);
    expect(await person(noor)).toMatchObject({ ...body, phone: null });
  });

  it('are none of the business of others, and break-glass does not write', async () => {
    for (const persona of ['regisseur-zuid', 'regisseur-hoogeveen', 'team-lead', 'team-lead-zuid']) expect((await api.as(persona).get(at('people'))).status).toBe(404);
    expect((await api.as('gkb').get(at('people'))).status).toBe(403);
    expect((await add({ firstName: 'Nieuw' }, family, 'regisseur-zuid')).status).toBe(404);
    const scaledUp = await aHousehold(api.db, { state: 'scaled-up' });
    expect((await people('team-lead', scaledUp)).allowedActions).toEqual([]);
    expect((await add({}, scaledUp, 'team-lead')).status).toBe(403);
    await api.as('regisseur-zuid').post('/v1/break-glass', { caseNumber: family.caseNumber, reason: 'De moeder belt de crisislijn en haar regisseur is niet bereikbaar.' });
    expect((await api.as('regisseur-zuid').get(at('people'))).body.allowedActions).toEqual([]);
    expect((await add({ firstName: 'Nieuw' }, family, 'regisseur-zuid')).status).toBe(404);
  });

  it('of a closed family stay as they were', async () => {
    const closed = await aHousehold(api.db, { state: 'closed' });
    await api.db.query(`INSERT INTO household_access (user_id, household_id, municipality_id, reason) SELECT id, $1, $2, 'regisseur' FROM app_user WHERE subject = 'regisseur' ON CONFLICT DO NOTHING`, [closed.id, closed.municipalityId]);
    expect((await add({}, closed)).text).toMatch('Dit gezin is afgesloten');
  });
});
