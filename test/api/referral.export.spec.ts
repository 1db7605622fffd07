import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SpecApi, startApi } from '../support/api.js';
import { giveBsn } from '../support/bsn.js';
import { aHousehold, type HouseholdFixture, organisationId } from '../support/households.js';
import { recordBasis, sendReferral } from '../support/referrals.js';

const BSN = '999990019';
const QUESTION = 'Mevrouw (BSN 999990019) wil haar schulden op een rij.';
let api: SpecApi;
let bank: string;
let humanitas: string;
let family: HouseholdFixture;
let basisOfErik: { id: string };

beforeAll(async () => {
  api = await startApi();
  [bank, humanitas] = [await organisationId(api.db, 'Groningse Kredietbank'), await organisationId(api.db, 'Humanitas')];
  family = await aHousehold(api.db, { protectedAddress: true, members: [
    { role: 'main', firstName: 'Fatima', lastName: 'Bouzid', birthDate: '1988-04-12', phone: '+31612345678', email: 'fatima@example.nl' },
    { role: 'partner', firstName: 'Erik', infix: 'de', lastName: 'Wit', birthDate: '1985-09-30', phone: '0687654321' },
    { role: 'child', firstName: 'Noor', lastName: 'Bouzid', birthDate: '2017-02-03' },
  ] });
  for (const member of Object.values(family.members)) await giveBsn(api, member, BSN);
  await recordBasis(api, family, 'Fatima', bank, ['name', 'contact', 'household', 'birth-date']);
  basisOfErik = (await recordBasis(api, family, 'Erik', bank, ['name', 'address'])).body;
  await recordBasis(api, family, 'Fatima', humanitas, ['name']);
  await sendReferral(api, family, bank, { Fatima: ['name', 'contact', 'household'], Erik: ['name', 'address'] }, { question: 'Kan dit?' });
  // From before a BSN in a question was refused.
  await api.db.query('UPDATE referral SET question = $1', [QUESTION]);
  await sendReferral(api, family, humanitas, { Fatima: ['name'] }, { question: '=HYPERLINK("http://evil")' });
});
afterAll(() => api.close());

const take = (persona = 'gkb') => api.as(persona).get<string>('/v1/referrals/export');
const rowsOf = (csv: string) => csv.replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => line.split(';'));

describe('the export of a partner', () => {
  it('opens in a spreadsheet and has a row per person who is shared now, with those fields only', async () => {
    const { status, headers, text } = await take();
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/csv; charset=utf-8', 'no-store']);
    expect(headers['content-disposition']).toContain('verwijzingen.csv');
    const [columns, ...rows] = rowsOf(text);
    const table = rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns?.[at], cell])));
    expect(table).toHaveLength(2);
    expect(table.find(({ Naam }) => Naam === 'Fatima Bouzid')).toMatchObject({
      Zaaknummer: family.caseNumber, Telefoon: `'+31612345678`, 'E-mail': 'fatima@example.nl', 'Plek in het gezin': 'hoofdpersoon', Geboortedatum: '', Adres: '', 'Beschermd adres': '',
    });
    expect(table.find(({ Naam }) => Naam === 'Erik de Wit')).toMatchObject({
      Telefoon: '', Geboortedatum: '', Adres: expect.stringContaining('9711 AB'), 'Beschermd adres': 'ja, geef het niet door', 'Plek in het gezin': '',
    });
  });

  it('holds no BSN, also not one that somebody typed in the question, and nobody whom no basis names', async () => {
    const { text } = await take();
    expect(text).not.toContain(BSN);
    expect(text).toContain('Mevrouw (BSN [BSN]) wil');
    expect(text).not.toMatch(/Noor|1988|1985|0687654321|Familie/);
    const [first] = (await api.as('gkb').get('/v1/referrals?box=received')).body.items;
    expect(JSON.stringify(first) + (await api.as('gkb').get(`/v1/referrals/${first.id}`)).text).not.toContain(BSN);
  });

  it('is only of what the own organisation received, and neutralises what a spreadsheet would run', async () => {
    const { text } = await take('humanitas');
    expect(rowsOf(text)).toHaveLength(2);
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).not.toMatch(/Erik|612345678|9711/);
  });

  it('is noted per family with what was shown, and once as a whole', async () => {
    await api.db.query(`CREATE TABLE last_line AS SELECT max(id) AS id FROM audit_event`);
    await take();
    const lines = await api.db.query(`SELECT action, household_id, details FROM audit_event WHERE id > (SELECT id FROM last_line) ORDER BY action`);
    expect(lines).toEqual([
      { action: 'referral.exported', household_id: family.id, details: { state: 'requested', shown: {
        [family.members['Fatima'] ?? '']: ['contact', 'household', 'name'], [family.members['Erik'] ?? '']: ['address', 'name'],
      } } },
      { action: 'referral.list-exported', household_id: null, details: { referrals: 1 } },
    ]);
  });

  it('loses a person at once when the basis is withdrawn, and everything when the referral is over', async () => {
    const withdrawn = await api.as('regisseur').post(`/v1/households/${family.id}/legal-bases/${basisOfErik.id}/withdrawal`, {}, { version: 1 });
    expect(withdrawn.status).toBeLessThan(300);
    expect((await take()).text).not.toMatch(/Erik|9711/);
    await api.db.query(`UPDATE referral SET state = 'completed' WHERE to_organisation_id = $1`, [bank]);
    const { text } = await take();
    expect(text).not.toMatch(/Fatima|Mevrouw|612345678/);
    expect(rowsOf(text)).toHaveLength(2);
  });

  it.each(['regisseur', 'team-lead', 'privacy-officer', 'resident', 'fund-secretary'])('is not for %s', async (persona) => {
    expect((await take(persona)).status).toBe(403);
  });
});
