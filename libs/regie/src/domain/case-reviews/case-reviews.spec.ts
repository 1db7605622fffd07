import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { caseReview, type CaseReviewAction, caseReviewProblems, type CaseReviewState, mayBringIn, mayPlanCaseReview, transitionCaseReview } from './case-review.js';
import { type KnownFamily, namesInText } from './names-in-text.js';
import { ageBand, composition, labelOf, type ReviewedMember } from './pseudonyms.js';

const person = (...roles: Role[]): Actor => ({ userId: 'jelle', organisationId: 'wij', municipalityId: 'groningen', roles, teamIds: ['noord'], kind: 'user' });
const today = d('2026-11-23');

describe('how colleagues hear of a family', () => {
  it.each([['2026-11-01', '0-3'], ['2022-11-24', '0-3'], ['2022-11-23', '4-11'], ['2014-11-24', '4-11'], ['2014-11-23', '12-17'], ['2008-11-24', '12-17'],
    ['2008-11-23', '18-27'], ['1998-11-23', '28-44'], ['1980-11-23', '45-64'], ['1961-11-23', '65+'], ['1961-11-24', '45-64']])('born on %s: %s', (born, band) => expect(ageBand(d(born), today)).toBe(band));

  const fatima: ReviewedMember = { role: 'main', birthDate: d('1988-04-12'), isRestricted: false };
  const noor: ReviewedMember = { role: 'child', birthDate: d('2017-02-03'), isRestricted: false };
  const erik: ReviewedMember = { role: 'partner', birthDate: d('1985-09-30'), isRestricted: false };
  it('in roles and age bands, the same in whatever order they stand in the record', () => {
    const shown = [{ role: 'adult', age: '28-44' }, { role: 'adult', age: '28-44' }, { role: 'child', age: '4-11' }];
    expect([composition([fatima, noor, erik], today), composition([noor, erik, fatima], today)]).toEqual([shown, shown]);
  });
  it('without who asked for restriction', () => expect(composition([fatima, { ...noor, isRestricted: true }], today)).toEqual([{ role: 'adult', age: '28-44' }]));
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [27, 'AB']])('the family at place %i is %s', (index, label) => expect(labelOf(index)).toBe(label));
});

const bouzid: KnownFamily = {
  people: [
    { firstName: 'Fatima', infix: null, lastName: 'Bouzid', birthDate: d('1988-04-12') },
    { firstName: 'Erik', infix: 'de', lastName: 'Wit-Óspina', birthDate: d('1985-09-30') },
    { firstName: 'Jo', infix: 'van den', lastName: 'Berg', birthDate: d('2017-02-03') },
  ],
  caseNumber: '2026-000123', city: 'Groningen', neighbourhood: 'Korrewegwijk',
};

describe('a text about a family without a name', () => {
  it.each([
    'De moeder werkt in de zorg en slaapt slecht. De zoon van 9 blijft vaak thuis van school.',
    'Ze hebben 3 schulden, samen 12.500 euro, en betalen 450 euro huur per maand.',
    'Het huis is 60 jaar oud. In week 12 is er iemand langs geweest, om 14.30 uur.',
    'De jongen van 12 4 keer te laat op school.',
    'Vader zegt: "het moet uit de lengte of uit de breedte komen".',
    'Sinds 2024 twee keer een ontruiming afgewend; 85% van de post is ongeopend.',
  ])('may say: %s', (text) => expect(namesInText('situation', text, bouzid)).toEqual([]));

  const attacks: readonly (readonly [string, string, string])[] = [
    ['a full name', 'Wat doen we met Fatima Bouzid?', 'naam'],
    ['a first name', 'fatima slaapt slecht', 'naam'],
    ['a first name of two letters', 'Jo gaat niet naar school', 'naam'],
    ['a last name', 'Familie BOUZID heeft schulden', 'naam'],
    ['half of a double name', 'Meneer Ospina', 'naam'],
    ['a name without its marks', 'de wit ospina', 'naam'],
    ['a name with an infix', 'kind van den Berg', 'naam'],
    ['the genitive', 'Fatima’s werk en Eriks auto', 'naam'],
    ['a name between dots', 'F.a.t.i.m.a', 'naam'],
    ['a name with spaces in it', 'F a t i m a', 'naam'],
    ['a name with an invisible mark in it', 'Fati\u200Bma', 'naam'],
    ['a name with a soft hyphen in it', 'Bou\u00ADzid', 'naam'],
    ['a name in full-width letters', 'Ｂｏｕｚｉｄ', 'naam'],
    ['a name in a hashtag', '#bouzid', 'naam'],
    ['a name in an e-mail address', 'mail fatima@example.nl', 'naam'],
    ['another e-mail address', 'mail iemand@example.nl', 'e-mailadres'],
    ['a written-out e-mail address', 'iemand(at)example.nl', 'e-mailadres'],
    ['a mobile number', 'bel 06 12 34 56 78', 'lang nummer'],
    ['a number with dashes', 'bel 050-123 45 67', 'lang nummer'],
    ['a number from abroad', 'bel +31 (0)6-12345678', 'lang nummer'],
    ['a BSN', 'haar nummer is 999990019', 'lang nummer'],
    ['a BSN in groups', '9999.90.019', 'lang nummer'],
    ['digits that are no BSN', 'nummer 123456789', 'lang nummer'],
    ['a bank account', 'NL91 ABNA 0417 1643 00', 'lang nummer'],
    ['the case number', 'zaak 2026-000123', 'zaaknummer'],
    ['another case number', 'zie ook 2025-000042', 'zaaknummer'],
    ['a postcode', 'ze wonen op 9711 AB', 'postcode'],
    ['a postcode without a space', '9711ab', 'postcode'],
    ['a street', 'op de Korreweg 12', 'adres'],
    ['where they live', 'een gezin in Groningen', 'woont'],
    ['their neighbourhood', 'in de korrewegwijk', 'woont'],
    ['a birth date', 'geboren op 12-04-1988', 'geboortedatum'],
    ['a birth date in words', 'geboren 12 april 1988', 'geboortedatum'],
    ['a birth date, the year first', '1988-4-12', 'geboortedatum'],
  ];
  it.each(attacks)('may not hold %s', (_, text, says) => {
    const messages = namesInText('situation', text, bouzid).map(({ message }) => message);
    expect(messages.join(' ')).toContain(says);
    // No sentence repeats what it found.
    expect(messages.join(' ')).not.toMatch(/Fatima|Bouzid|Ospina|Groningen|0612|99999|9711/i);
  });
});

describe('a case review', () => {
  const expected: Record<CaseReviewState, Partial<Record<CaseReviewAction, CaseReviewState>>> = {
    planned: { 'bring-in': 'planned', rewrite: 'planned', hold: 'held', cancel: 'cancelled' }, held: { rewrite: 'held' }, cancelled: {},
  };
  const moments = { plannedAt: new Date('2026-11-23T09:00:00Z'), now: new Date('2026-11-23T10:00:00Z') };
  it.each(caseReview.stateNames.flatMap((state) => caseReview.actionNames.map((action) => [state, action] as const)))('that is %s answers to %s as the table says', (state, action) => {
    const next = expected[state][action];
    if (next) expect(transitionCaseReview(state, action, moments)).toBe(next);
    else expect(() => transitionCaseReview(state, action, moments)).toThrow('Deze casuïstiek is nu');
  });
  it('is not over before it began', () => expect(() => transitionCaseReview('planned', 'hold', { ...moments, now: new Date('2026-11-23T08:00:00Z') })).toThrow('nog niet geweest'));

  it.each<[Role, boolean, boolean]>([['regisseur', true, true], ['case-worker', true, true], ['team-lead', true, false], ['partner-worker', false, false], ['privacy-officer', false, false]])('a %s plans: %s, brings in: %s', (role, plans, brings) => {
    expect([mayPlanCaseReview(person(role)).allowed, mayBringIn(person(role), { municipalityId: 'groningen', hasTask: true }).allowed]).toEqual([plans, brings]);
    expect(mayBringIn(person(role), { municipalityId: 'groningen', hasTask: false }).allowed).toBe(false);
  });

  const good = { plannedAt: new Date('2026-12-01T09:00:00Z'), title: 'Gezinnen met jonge kinderen', participantIds: ['lars'] };
  it.each<[string, Partial<typeof good>, string[]]>([
    ['with a colleague', {}, []], ['in the past', { plannedAt: new Date('2026-11-01T09:00:00Z') }, ['plannedAt']], ['without a subject', { title: '' }, ['title']],
    ['with nobody', { participantIds: [] }, ['participantIds']], ['with somebody of a partner', { participantIds: ['yara'] }, ['participantIds']],
  ])('%s', (_, over, fields) => expect(caseReviewProblems({ ...good, ...over }, ['lars'], new Date('2026-11-23T10:00:00Z')).map(({ name }) => name)).toEqual(fields));
});
