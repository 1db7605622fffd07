import { expect, test } from '@jest/globals';
import { localDate } from '#kernel';
import { type HouseholdReport, type ReportedPerson, reportProblems } from './household-report.js';

const today = localDate('2026-11-23');
const mother: ReportedPerson = { role: 'main', firstName: 'Renée', infix: 'de', lastName: 'Boer', birthDate: localDate('1988-04-19'), bsn: '999950733' };
const report = (more: Partial<HouseholdReport> = {}): HouseholdReport => ({
  reportedOn: today, source: 'wijkagent', urgency: 'hoog', lifeDomains: ['housing'], members: [mother],
  address: { postcode: '9711 DA', houseNumber: '12', city: 'Groningen', protected: false }, ...more,
});
const problems = (more: Partial<HouseholdReport>): [string, string][] => reportProblems(report(more), today).map(({ name, message }) => [name, message]);

test('a complete report has no problems', () => expect(problems({})).toEqual([]));

test.each<[string, Partial<HouseholdReport>, string]>([
  ['a report of tomorrow', { reportedOn: localDate('2026-11-24') }, 'reportedOn'],
  ['a report of long ago', { reportedOn: localDate('1999-01-01') }, 'reportedOn'],
  ['nobody as main person', { members: [{ ...mother, role: 'partner' }] }, 'members'],
  ['two main persons', { members: [mother, { ...mother, firstName: 'Kees', bsn: null }] }, 'members'],
  ['the same person twice', { members: [mother, { ...mother, role: 'partner', firstName: 'Saar' }] }, 'members.1'],
  ['a birth in the future', { members: [{ ...mother, birthDate: localDate('2027-01-01') }] }, 'members.0.birthDate'],
  ['a main person of 12', { members: [{ ...mother, birthDate: localDate('2014-11-23') }] }, 'members.0.birthDate'],
  ['somebody of 130', { members: [{ ...mother, birthDate: localDate('1896-01-01') }] }, 'members.0.birthDate'],
  ['no telephone number', { members: [{ ...mother, phone: 'bel maar' }] }, 'members.0.phone'],
  ['a BSN in the note', { note: 'Haar BSN is 999990019.' }, 'note'],
  ['a BSN in why it is urgent', { urgencyReason: 'Zie 9999.90.019' }, 'urgencyReason'],
  ['no e-mail address', { members: [{ ...mother, email: 'renee' }] }, 'members.0.email'],
])('%s is named by its field', (_, change, field) => {
  const found = problems(change);
  expect(found.map(([name]) => name)).toEqual([field]);
  expect(found[0]?.[1]).toMatch(/\.$/);
});
