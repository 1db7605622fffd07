import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { addDays, newId } from '#kernel';
import { type SpecApi, startApi } from '../support/api.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { aReferral, recordBasis, sendReferral } from '../support/referrals.js';
import { aRightsRequest, toDecision } from '../support/rights.js';
import { eventually, startWorker } from '../support/worker.js';
import { theDayInAmsterdam } from '../support/today.js';

interface Change {
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

describe('what a granted request does', () => {
  let api: SpecApi;
  let worker: INestApplicationContext;
  let gkb: string;
  const today = theDayInAmsterdam();
  beforeAll(async () => {
    api = await startApi();
    worker = await startWorker(api.settings);
    gkb = await organisationId(api.db, 'Groningse Kredietbank');
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const correct = (family: HouseholdFixture, who: string, body: object, version = 1, persona = 'regisseur') =>
    api.as(persona).call('PATCH', `/v1/households/${family.id}/members/${family.members[who]}`, { body: { reason: 'De inwoner liet het zien.', ...body }, version });
  const history = async (family: HouseholdFixture, who: string, persona = 'regisseur') => (await api.as(persona).get(`/v1/households/${family.id}/members/${family.members[who]}/history`)).body;
  const read = async (id: string) => (await api.as('privacy-officer').get(`/v1/rights-requests/${id}`)).body;
  const step = (id: string, name: string, body: object, version: number) => api.as('privacy-officer').post(`/v1/rights-requests/${id}/${name}`, body, { version });
  const inbox = async (persona: string): Promise<{ text: string; link: string }[]> => (await api.as(persona).get('/v1/inbox?limit=100')).body.items;
  const sharedWith = async (persona: string, referralId: string) => (await api.as(persona).get(`/v1/referrals/${referralId}`)).body.sharedMembers;

  describe('a correction', () => {
    it('changes what is wrong, keeps what it was, and the name of the family follows', async () => {
      const family = await aHousehold(api.db);
      expect((await correct(family, 'Fatima', { lastName: 'Bouzidi', infix: 'el', phone: '+31 6 11 22 33 44' })).body).toEqual({ id: family.members['Fatima'], version: 2 });
      const { body } = await api.as('regisseur').get(`/v1/households/${family.id}`);
      expect(body).toMatchObject({ name: 'Familie El Bouzidi' });
      expect(body.members.find(({ firstName }: { firstName: string }) => firstName === 'Fatima')).toMatchObject({ name: 'Fatima el Bouzidi', phone: '0611223344' });
      const { items } = await history(family, 'Fatima');
      expect(items.map(({ field, oldValue, newValue }: Change) => ({ field, oldValue, newValue }))).toEqual(expect.arrayContaining([
        { field: 'lastName', oldValue: 'Bouzid', newValue: 'Bouzidi' }, { field: 'infix', oldValue: null, newValue: 'el' }, { field: 'phone', oldValue: '0612345678', newValue: '0611223344' },
      ]));
      expect(items[0]).toMatchObject({ by: 'Jelle Hoekstra', reason: 'De inwoner liet het zien.', rightsRequestId: null });
      expect(await api.db.query('SELECT normalised_name FROM household_member WHERE id = $1', [family.members['Fatima']])).toEqual([{ normalised_name: 'fatima el bouzidi' }]);
    });

    it('of a birth date moves the count of children; of an address the address of the family', async () => {
      const family = await aHousehold(api.db);
      await correct(family, 'Noor', { birthDate: '1990-02-03' });
      await correct(family, 'Fatima', { postcode: '9713 bb', houseNumber: '7', suffix: 'B', city: 'Groningen' });
      expect((await api.as('regisseur').get(`/v1/households/${family.id}`)).body).toMatchObject({ childCount: 0, address: { postcode: '9713BB', houseNumber: '7', suffix: 'B' } });
    });

    it.each<[string, object, string]>([
      ['a birth date in the future', { birthDate: '2099-01-01' }, 'birthDate'], ['a birth date of 150 years ago', { birthDate: '1870-01-01' }, 'birthDate'], ['no telephone number', { phone: 'bel maar' }, 'phone'],
      ['no e-mail address', { email: 'fatima' }, 'email'], ['a name of digits', { firstName: '123' }, 'firstName'], ['no reason', { firstName: 'Fatma', reason: ' ' }, 'reason'],
      ['a BSN', { bsn: '999990019' }, 'bsn'], ['a postcode of elsewhere', { postcode: '1000' }, 'postcode'],
    ])('is refused by the field: %s', async (_, body, field) => {
      const refused = await correct(await aHousehold(api.db), 'Fatima', body);
      expect([refused.status, refused.body.errors?.[0].field]).toEqual([400, field]);
    });

    it('that changes nothing, or that starts from what was read too long ago, is refused', async () => {
      const family = await aHousehold(api.db);
      expect((await correct(family, 'Fatima', { firstName: 'Fatima' })).status).toBe(409);
      const both = await Promise.all([correct(family, 'Fatima', { firstName: 'Fatma' }), correct(family, 'Fatima', { firstName: 'Fatimah' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect((await api.as('regisseur').call('PATCH', `/v1/households/${family.id}/members/${family.members['Fatima']}`, { body: { reason: 'x', firstName: 'F' } })).status).toBe(428);
      expect((await history(family, 'Fatima')).items).toHaveLength(1);
    });

    it('is told to the partner who received it, without saying what (AVG 19), and to no other', async () => {
      const family = await aHousehold(api.db);
      const { id } = await aReferral(api, family, gkb, { Fatima: ['name', 'contact'] });
      await correct(family, 'Fatima', { phone: '0611223344' });
      const told = await eventually(() => inbox('gkb'), (items) => items.some(({ link, text }) => link === `/verwijzingen/${id}` && text.startsWith('Gegevens bij een verwijzing zijn verbeterd.')));
      expect(JSON.stringify(told)).not.toContain('0611223344');
      expect((await inbox('humanitas')).filter(({ text }) => text.startsWith('Gegevens bij'))).toEqual([]);
      const before = (await inbox('gkb')).length;
      await correct(family, 'Fatima', { birthDate: '1988-04-13' }, 2);
      await eventually(() => api.db.query(`SELECT FROM outbox WHERE kind = 'member.corrected' AND done_at IS NULL`), (rows) => rows.length === 0);
      expect(await inbox('gkb')).toHaveLength(before);
    });

    it('on a granted request can be done by the privacy officer too, and only then', async () => {
      const family = await aHousehold(api.db);
      const { id, version } = await toDecision(api, family, 'Fatima', 'granted', { kind: 'rectification' });
      expect((await step(id, 'completion', { doneOn: today, note: 'x' }, version)).status).toBe(422);
      expect((await correct(family, 'Fatima', { firstName: 'Fatma' }, 1, 'privacy-officer')).status).toBe(403);
      expect((await correct(family, 'Erik', { firstName: 'Erick', rightsRequestId: id }, 1, 'privacy-officer')).status).toBe(400);
      expect((await correct(family, 'Fatima', { firstName: 'Fatma', city: 'Haren', rightsRequestId: id }, 1, 'privacy-officer')).status).toBe(200);
      expect(await read(id)).toMatchObject({ correctionsMade: 2, memberName: 'Fatma Bouzid' });
      expect((await step(id, 'completion', { doneOn: today, note: 'Verteld aan de telefoon.' }, version)).status).toBe(204);
      expect((await correct(family, 'Fatima', { firstName: 'Fatima', rightsRequestId: id }, 2, 'privacy-officer')).status).toBe(400);
      expect((await history(family, 'Fatima', 'privacy-officer')).items).toHaveLength(2);
    });

    it('that is refused keeps what the person has to say, beside the data', async () => {
      const family = await aHousehold(api.db);
      const { id } = await toDecision(api, family, 'Fatima', 'refused', { kind: 'rectification' });
      expect(await history(family, 'Fatima')).toMatchObject({ items: [], ownStatements: [{ rightsRequestId: id, text: 'Ik vind dat het anders is.' }] });
    });

    it.each([
      ['a regisseur of another team', 'regisseur-zuid', 404], ['a regisseur of another municipality', 'regisseur-hoogeveen', 404], ['a partner', 'gkb', 403], ['a team lead', 'team-lead', 403], ['a resident', 'resident', 403],
    ])('by %s is none, and they read no history', async (_, persona, status) => {
      const family = await aHousehold(api.db);
      expect((await correct(family, 'Fatima', { firstName: 'Fatma' }, 1, persona)).status).toBe(status);
      expect((await api.as(persona).get(`/v1/households/${family.id}/members/${family.members['Fatima']}/history`)).status).toBe(status);
      expect((await api.as(persona).get(`/v1/households/${family.id}/rights-requests`)).body.items ?? []).toEqual([]);
    });

    it('of a person of one family is not reached through another', async () => {
      const [one, other] = [await aHousehold(api.db), await aHousehold(api.db)];
      const path = `/v1/households/${other.id}/members/${one.members['Fatima']}`;
      expect((await api.as('regisseur').call('PATCH', path, { body: { reason: 'x', firstName: 'F' }, version: 1 })).status).toBe(404);
      expect((await api.as('regisseur').get(`${path}/history`)).status).toBe(404);
    });

    it('is not for who only looks in with break-glass', async () => {
      const family = await aHousehold(api.db);
      await api.db.query(`INSERT INTO household_access (user_id, household_id, municipality_id, reason, until, cause_id)
        SELECT id, $1, $2, 'break-glass', now() + interval '1 hour', gen_random_uuid() FROM app_user WHERE subject = 'regisseur-zuid'`, [family.id, family.municipalityId]);
      expect((await correct(family, 'Fatima', { firstName: 'Fatma' }, 1, 'regisseur-zuid')).status).not.toBe(200);
      expect((await history(family, 'Fatima')).items).toEqual([]);
    });
  });

  describe('a restriction', () => {
    it('works at once: the partner sees nothing of that person, and everything again when it is lifted', async () => {
      const family = await aHousehold(api.db);
      const { id: referralId } = await aReferral(api, family, gkb, { Fatima: ['name', 'contact'], Erik: ['name'] });
      const names = async () => (await sharedWith('gkb', referralId)).map(({ name }: { name?: string }) => name).filter(Boolean).sort();
      expect(await names()).toEqual(['Erik de Wit', 'Fatima Bouzid']);
      const { id, version } = await toDecision(api, family, 'Fatima', 'granted', { kind: 'restriction' });
      expect(await names()).toEqual(['Erik de Wit']);
      expect(await read(id)).toMatchObject({ restrictedSince: expect.any(String), allowedActions: expect.arrayContaining(['carry-out', 'lift-restriction']) });
      expect((await step(id, 'lifting', { toldOn: addDays(today, 1), reason: 'Het klopt nu.' }, version)).status).toBe(400);
      expect((await step(id, 'lifting', { toldOn: today, reason: 'Het klopt nu.' }, version)).status).toBe(204);
      expect(await names()).toEqual(['Erik de Wit', 'Fatima Bouzid']);
      expect(await read(id)).toMatchObject({ restrictedSince: null, lifting: { toldOn: today, reason: 'Het klopt nu.' } });
      expect((await step(id, 'lifting', { toldOn: today, reason: 'Nog eens.' }, version + 1)).status).toBe(409);
    });

    it('lets nothing new go out about that person', async () => {
      const family = await aHousehold(api.db);
      await toDecision(api, family, 'Fatima', 'granted', { kind: 'restriction' });
      const recorded = await recordBasis(api, family, 'Fatima', gkb, ['name']);
      const sent = await sendReferral(api, family, gkb, { Fatima: ['name'] });
      expect({ recorded: recorded.status, sent: sent.status }).toEqual({ recorded: 422, sent: 422 });
    });

    it('holds for the same person in another family, and stays while another request asks for it', async () => {
      const [one, two] = [await aHousehold(api.db), await aHousehold(api.db)];
      for (const { members } of [one, two]) await api.db.query(`UPDATE household_member SET bsn_index = '\\x02' WHERE id = $1`, [members['Fatima']]);
      const restricted = async () => (await api.db.query('SELECT FROM household_member WHERE id = ANY ($1) AND restricted_since IS NOT NULL', [[one.members['Fatima'], two.members['Fatima']]])).length;
      const [first, second] = [await toDecision(api, one, 'Fatima', 'granted', { kind: 'restriction' }), await toDecision(api, two, 'Fatima', 'granted', { kind: 'restriction' })];
      expect(await restricted()).toBe(2);
      await step(first.id, 'lifting', { toldOn: today, reason: 'Klaar.' }, first.version);
      expect(await restricted()).toBe(2);
      await step(second.id, 'lifting', { toldOn: today, reason: 'Klaar.' }, second.version);
      expect(await restricted()).toBe(0);
    });

    it('is heard of by the regisseur, and so is its end', async () => {
      const { id, version } = await toDecision(api, await aHousehold(api.db), 'Fatima', 'granted', { kind: 'restriction' });
      const heard = (times: number) => eventually(() => inbox('regisseur'), (items) => items.filter(({ link, text }) => link === `/privacy/verzoeken/${id}` && text === 'Er is een besluit over een verzoek over gegevens.').length === times);
      await heard(1);
      await step(id, 'lifting', { toldOn: today, reason: 'Het klopt nu.' }, version);
      await heard(2);
    });
  });

  it('a granted objection ends the sharing that leans on a task of the municipality, and stops the referral on it', async () => {
    const family = await aHousehold(api.db);
    const { id: referralId, basisIds } = await aReferral(api, family, gkb, { Fatima: ['name', 'contact'] });
    await toDecision(api, family, 'Fatima', 'granted', { kind: 'objection' });
    expect(await api.db.query('SELECT state FROM legal_basis WHERE id = $1', [basisIds[0]])).toEqual([{ state: 'invalid' }]);
    expect(((await sharedWith('gkb', referralId)) ?? []).filter(({ name }: { name?: string }) => name)).toEqual([]);
    await eventually(() => api.db.query<{ state: string }>('SELECT state FROM referral WHERE id = $1', [referralId]), ([row]) => row?.state === 'cancelled');
  });

  it('erasing everything is not granted while the law asks to keep it, and is when it may go: then it waits for the destruction list', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aRightsRequest(api, family, 'Fatima', { kind: 'erasure', identityHow: 'known-in-person' });
    const grant = () => step(id, 'decision', { outcome: 'granted', reasons: 'Alles mag weg.' }, 1);
    const running = await grant();
    expect([running.status, running.body.detail]).toEqual([422, expect.stringContaining('zolang de hulp loopt')]);
    await api.db.query(`UPDATE household SET state = 'closed', ended_at = now() - interval '1 year' WHERE id = $1`, [family.id]);
    expect((await grant()).body.detail).toMatch(/tot \d+ \w+ 20\d\d/);
    await api.db.query(`UPDATE household SET ended_at = now() - interval '25 years' WHERE id = $1`, [family.id]);
    expect((await grant()).status).toBe(204);
    expect((await step(id, 'completion', { doneOn: today, note: 'Komt op de volgende vernietigingslijst; per brief verteld.' }, 2)).status).toBe(204);
    const made = await api.as('privacy-officer').post('/v1/destruction-lists', {});
    expect(made.status).toBe(201);
    expect(await api.db.query('SELECT state FROM destruction_item WHERE household_id = $1', [family.id])).toEqual([{ state: 'proposed' }]);
  });

  it('the privacy officer hears of a new request, and of its last days', async () => {
    const family = await aHousehold(api.db);
    const { id } = await aRightsRequest(api, family, 'Fatima');
    const hears = (text: string) => eventually(() => inbox('privacy-officer'), (items) => items.some((item) => item.link === `/privacy/verzoeken/${id}` && item.text === text));
    await hears('Er is een verzoek over gegevens.');
    await api.db.query(`UPDATE outbox SET run_at = now() WHERE kind = 'rights-request.term-near' AND payload->>'rightsRequestId' = $1`, [id]);
    await hears('De termijn van een verzoek over gegevens loopt bijna af.');
    expect((await inbox('privacy-officer')).filter(({ link, text }) => link === `/privacy/verzoeken/${id}` && text.startsWith('De termijn'))).toHaveLength(1);
    const unknown = newId();
    expect((await api.as('privacy-officer').get(`/v1/rights-requests/${unknown}`)).status).toBe(404);
  });
});
