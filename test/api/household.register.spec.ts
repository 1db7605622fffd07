import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { addRole, aMother, aReport } from '../support/reports.js';

const BSN = '999950733';

describe('a case worker reports a family by hand', () => {
  let api: SpecApi;
  beforeAll(async () => {
    api = await startApi();
    await addRole(api.db, 'regisseur-zuid', 'case-worker', 'WIJ Zuid');
  });
  afterAll(() => api.close());

  const report = (more: Record<string, unknown>, persona = 'case-worker') => api.as(persona).post('/v1/households', aReport(more));
  const named = (firstName: string, more: Record<string, unknown> = {}) => ({ members: [{ ...aMother, firstName, ...more }] });

  it('puts the family on the waiting list with a case number, and lets the reporter read it back', async () => {
    const taken = await report({});
    expect(taken.status).toBe(201);
    expect(taken.body).toEqual({ id: expect.any(String), caseNumber: expect.stringMatching(/^\d{4}-\d{6}$/), version: 1 });
    const { body } = await api.as('case-worker').get(`/v1/households/${taken.body.id}`);
    expect(body).toMatchObject({
      name: 'Familie De Boer', state: 'waiting-list', urgency: 'hoog', note: 'Belt zelf terug.', memberCount: 2, childCount: 1, view: 'involved',
      address: { postcode: '9711 DA', houseNumber: '12', suffix: 'A', city: 'Groningen', protected: false },
      nextStep: { text: 'Stel een regisseur voor.', who: 'Teamleider' },
    });
    expect(body.members.map(({ name, phone }: { name: string; phone: string }) => [name, phone])).toEqual([['Renée de Boer', '0612345678'], ['Zoë de Boer', null]]);
    expect(body.timeline).toEqual([expect.objectContaining({ kind: 'household.registered', by: 'Sanne Bakker' })]);
  });

  it('writes down who reported it, in the audit', async () => {
    const { body } = await report(named('Audit'));
    const lines = await api.db.query('SELECT action, user_id FROM audit_event WHERE household_id = $1', [body.id]);
    expect(lines).toEqual([{ action: 'household.registered', user_id: expect.any(String) }]);
  });

  it('keeps a BSN sealed: in no answer and nowhere in clear text in the database', async () => {
    const { body } = await report(named('Geheim', { bsn: BSN, birthDate: '1980-01-01' }));
    const dossier = await api.as('case-worker').get(`/v1/households/${body.id}`);
    expect(dossier.body.members[0]).toMatchObject({ hasBsn: true });
    expect(dossier.text).not.toContain(BSN);
    for (const table of ['household', 'household_member', 'household_event', 'audit_event', 'outbox', 'idempotency_key']) {
      const rows = await api.db.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(BSN);
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(BSN).toString('hex'));
    }
  });

  describe('a family that is known already', () => {
    it('is refused with its number when the reporter may see it', async () => {
      const first = await report(named('Bekend', { birthDate: '1970-02-03' }));
      const again = await report(named('BEKEND', { birthDate: '1970-02-03' }));
      expect(again.status).toBe(409);
      expect(again.body.detail).toBe(`De hoofdpersoon is al bekend bij gezin ${first.body.caseNumber}. Kijk eerst daar.`);
      expect(again.body.errors).toEqual([expect.objectContaining({ field: 'members.0' })]);
    });

    it('is refused without a number when it is in another team', async () => {
      await report(named('Elders', { bsn: '999974816', birthDate: '1971-01-01' }));
      const other = await report(named('Anders', { bsn: '999974816', birthDate: '1972-01-01' }), 'regisseur-zuid');
      expect(other.status).toBe(409);
      expect(other.body.detail).toBe('De hoofdpersoon is al bekend in deze gemeente. Overleg met je teamleider.');
      expect(other.text).not.toMatch(/\d{4}-\d{6}/);
    });

    it('may be reported when the reporter looked and it is another person; never with the same BSN', async () => {
      await report(named('Twee', { birthDate: '1973-01-01' }));
      expect((await report({ ...named('Twee', { birthDate: '1973-01-01' }), anotherPerson: true })).status).toBe(201);
      await report(named('Drie', { birthDate: '1974-01-01', bsn: '999953035' }));
      expect((await report({ ...named('Drie', { birthDate: '1974-01-01', bsn: '999953035' }), anotherPerson: true })).status).toBe(409);
    });

    it('is not the same as a namesake with another BSN', async () => {
      await report(named('Naam', { birthDate: '1975-01-01', bsn: '999950216' }));
      expect((await report(named('Naam', { birthDate: '1975-01-01', bsn: '999990019' }))).status).toBe(201);
    });

    it('comes in once when two colleagues report it at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => report(named('Samen', { birthDate: '1976-01-01' }))));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    });
  });

  it('gives a repeated request the first answer and makes one family', async () => {
    const send = () => api.as('case-worker').post('/v1/households', aReport(named('Herhaald')), { headers: { 'idempotency-key': 'form-1' } });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await api.db.query(`SELECT FROM household_member WHERE first_name = 'Herhaald'`)).toHaveLength(1);
  });

  it.each(['regisseur', 'gkb', 'decision-maker', 'resident'])('%s can report nobody', async (persona) => {
    expect((await report(named('Niemand'), persona)).status).toBe(403);
  });

  const member = (more: Record<string, unknown>) => ({ members: [{ ...aMother, ...more }] });
  describe('what is wrong is named by its field, in Dutch, and nothing is stored', () => {
    it.each<[string, Record<string, unknown>, string]>([
      ['a field nobody knows', { colour: 'red' }, 'colour'],
      ['a field nobody knows of a person', member({ religion: 'x' }), 'members.0.religion'],
      ['a number where text belongs', { source: 7 }, 'source'],
      ['an object where text belongs', { source: { a: 1 } }, 'source'],
      ['a note that is too long', { note: 'x'.repeat(4_001) }, 'note'],
      ['a day that does not exist', { reportedOn: '2026-02-30' }, 'reportedOn'],
      ['a report of tomorrow', { reportedOn: '2126-01-01' }, 'reportedOn'],
      ['a birth date that does not exist', member({ birthDate: '1988-13-01' }), 'members.0.birthDate'],
      ['a BSN that fails the eleven test', member({ bsn: '123456789' }), 'members.0.bsn'],
      ['a script tag as a name', member({ firstName: '<script>alert(1)</script>' }), 'members.0.firstName'],
      ['a formula as a name', member({ lastName: '=HYPERLINK("x")' }), 'members.0.lastName'],
      ['a name of 81 letters', member({ lastName: 'a'.repeat(81) }), 'members.0.lastName'],
      ['an unknown role', member({ role: 'buurman' }), 'members.0.role'],
      ['an unknown urgency', { urgency: 'nu' }, 'urgency'],
      ['an unknown life domain', { lifeDomains: ['zorgen'] }, 'lifeDomains'],
      ['a postcode of another country', { address: { postcode: 'B-1000', houseNumber: '1', city: 'Brussel', protected: false } }, 'address.postcode'],
      ['an address that is text', { address: 'Herestraat 1' }, 'address'],
      ['no address', { address: undefined }, 'address'],
      ['people that are no list', { members: { 0: aMother } }, 'members'],
      ['nobody', { members: [] }, 'members'],
      ['two main persons', { members: [aMother, { ...aMother, firstName: 'Kees' }] }, 'members'],
      ['not said whether the safety was looked at', { safetyChecked: undefined }, 'safetyChecked'],
      ['an invisible character', { note: 'a\u0000b' }, 'note'],
    ])('%s', async (_, change, field) => {
      const before = await api.db.query('SELECT FROM household');
      const answer = await report(change);
      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
      expect(answer.body.errors[0].message).toMatch(/^[A-Z].*\.$/);
      expect(await api.db.query('SELECT FROM household')).toHaveLength(before.length);
    });
  });
});
