import { describe, expect, it, test } from '@jest/globals';
import { localDate as d } from '#kernel';
import type { MemberRole } from '../member.js';
import { type Belonging, elsewhereProblems, familyCount, formerMainRole, joiningProblems, leavingProblems, returnProblems, roleProblems } from './membership.js';

const today = d('2026-11-23');
const one = (id: string, role: MemberRole, birthDate: string, leftOn: string | null = null): Belonging => ({ id, role, birthDate: d(birthDate), leftOn: leftOn === null ? null : d(leftOn) });
const fatima = one('fatima', 'main', '1988-04-12');
const karim = one('karim', 'partner', '1986-02-03');
const yara = one('yara', 'child', '2014-06-01');
const family = [fatima, karim, yara];
const says = (problems: readonly { name: string; message: string }[]): string => problems.map(({ name, message }) => `${name}: ${message}`).join(' ');

describe('somebody joins the family', () => {
  test.each<[string, MemberRole, string, string, RegExp]>([
    ['a newborn, today', 'child', '2026-11-23', '2026-11-23', /^$/],
    ['a grandmother', 'other', '1950-01-01', '2026-01-01', /^$/],
    ['a child of a parent who is younger', 'child', '1987-01-01', '2026-01-01', /^birthDate: Dit kind is ouder dan een ouder/],
    ['a partner younger than the child', 'partner', '2015-01-01', '2026-01-01', /jonger dan een kind/],
    ['a birth date in the future', 'child', '2026-11-24', '2026-11-24', /^birthDate: De geboortedatum ligt in de toekomst\. joinedOn: Deze dag ligt in de toekomst/],
    ['somebody of 121 years', 'other', '1905-11-22', '2026-01-01', /meer dan 120 jaar terug/],
    ['before the birth', 'child', '2020-05-05', '2020-05-04', /^joinedOn: Deze dag ligt vóór de geboortedatum\.$/],
    ['tomorrow', 'other', '1950-01-01', '2026-11-24', /^joinedOn: Deze dag ligt in de toekomst/],
    ['a second main person', 'main', '1980-01-01', '2026-01-01', /^role: Er is al een hoofdpersoon/],
  ])('%s', (_title, role, birthDate, joinedOn, expected) => {
    expect(says(joiningProblems({ role, birthDate: d(birthDate), joinedOn: d(joinedOn) }, family, today))).toMatch(expected);
  });

  it('who left is no parent here any more', () => {
    const gone = [fatima, one('karim', 'partner', '2000-01-01', '2026-01-01')];
    expect(joiningProblems({ role: 'child', birthDate: d('1999-01-01'), joinedOn: today }, gone, today)).toEqual([]);
  });
});

describe('another place in the family', () => {
  test.each<[string, Belonging, MemberRole, RegExp]>([
    ['the partner becomes the main person', karim, 'main', /^$/],
    ['a child of 12 does not', yara, 'main', /jonger dan 16 jaar/],
    ['the main person can not be left out', fatima, 'other', /^role: Een gezin heeft altijd een hoofdpersoon/],
    ['a parent is no child', karim, 'child', /ouder dan een ouder/],
    ['who left has no place', one('sem', 'other', '2000-01-01', '2026-01-01'), 'child', /hoort niet meer bij dit gezin/],
  ])('%s', (_title, member, role, expected) => expect(says(roleProblems(member, role, [...family, member], today))).toMatch(expected));

  it('who was the main person takes the place of the new one, and never that of a child', () => {
    expect((['partner', 'child', 'other'] as const).map(formerMainRole)).toEqual(['partner', 'other', 'other']);
    // A child of 19 becomes the main person: the mother stays, and is older than nobody's parent.
    expect(roleProblems(one('amir', 'child', '2007-01-01'), 'main', [fatima, one('amir', 'child', '2007-01-01')], today)).toEqual([]);
  });
});

describe('somebody leaves and comes back', () => {
  const joined = { ...karim, joinedOn: d('2020-01-01') };
  test.each<[string, Parameters<typeof leavingProblems>[0], string, RegExp]>([
    ['today', joined, '2026-11-23', /^$/],
    ['the day of joining', joined, '2020-01-01', /^$/],
    ['tomorrow', joined, '2026-11-24', /ligt in de toekomst/],
    ['before joining', joined, '2019-12-31', /hoorde deze persoon nog niet bij het gezin/],
    ['before the birth', joined, '1986-02-02', /^leftOn: Deze dag ligt vóór de geboortedatum\.$/],
    ['the main person', { ...fatima, joinedOn: null }, '2026-11-01', /Dit is de hoofdpersoon/],
    ['twice', { ...karim, joinedOn: null, leftOn: d('2026-10-01') }, '2026-11-01', /al niet meer bij dit gezin/],
  ])('leaves %s', (_title, member, on, expected) => expect(says(leavingProblems(member, d(on), today))).toMatch(expected));

  const gone = { ...karim, leftOn: d('2026-10-01'), leftReason: 'own-home' as const };
  test.each<[string, Parameters<typeof returnProblems>[0], string, MemberRole, RegExp]>([
    ['on the day of leaving', gone, '2026-10-01', 'partner', /^$/],
    ['before leaving', gone, '2026-09-30', 'partner', /vóór de dag van het vertrek/],
    ['tomorrow', gone, '2026-11-24', 'partner', /in de toekomst/],
    ['as the main person', gone, '2026-11-01', 'main', /Er is al een hoofdpersoon/],
    ['who never left', { ...karim, leftReason: null }, '2026-11-01', 'partner', /hoort al bij dit gezin/],
  ])('comes back %s', (_title, member, on, role, expected) => expect(says(returnProblems(member, d(on), role, [fatima, yara], today))).toMatch(expected));
});

describe('what a list says of the family', () => {
  it('counts who is there, and children as on the day the family came in', () => {
    const turned18 = one('amir', 'child', '2008-10-01');
    expect(familyCount([...family, turned18, one('sem', 'child', '2016-01-01', '2026-01-01')], d('2026-01-01'))).toEqual({ memberCount: 4, childCount: 2 });
  });
  it('words about another home need the tick', () => {
    expect(says(elsewhereProblems(false, 'om de week bij papa'))).toMatch(/Vink eerst aan/);
    expect(elsewhereProblems(true, null)).toEqual([]);
  });
});
