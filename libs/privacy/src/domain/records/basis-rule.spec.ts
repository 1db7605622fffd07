import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { type BasisRule, isWithin, ruleProblems, type UnderRule } from './basis-rule.js';
import { needsSecrecyRelease } from './secrecy.js';

const wgs: BasisRule = {
  code: 'wgs', law: 'Wet gemeentelijke schuldhulpverlening', article: 'Wgs art. 8', type: 'statutory-task', purposes: ['Schulden op een rij zetten'],
  dataCategories: ['name', 'contact', 'finances'], organisationKinds: ['credit-bank'], organisationIds: ['humanitas-plus'], maxMonths: 24, mayIncludeBsn: true,
  secrecyCategories: ['health'], enabled: true, explanation: '',
};
const consent: BasisRule = { ...wgs, code: 'toestemming', article: 'AVG art. 6 lid 1 onder a', type: 'consent', purposes: [], organisationKinds: ['ngo'], maxMonths: 12 };
const good: UnderRule = {
  type: 'statutory-task', article: 'Wgs art. 8', purpose: 'Schulden op een rij zetten', dataCategories: ['name', 'finances'], validFrom: d('2026-11-22'), validUntil: d('2028-11-22'),
};
const gkb = { id: 'gkb', kind: 'credit-bank' } as const;
const humanitas = { id: 'humanitas', kind: 'ngo' } as const;

describe('recording under the catalogue', () => {
  it.each([
    ['exactly what the rule says', {}, gkb],
    ['a more specific article', { article: 'Wgs art. 8 lid 2' }, gkb],
    ['a more specific purpose', { purpose: 'Schulden op een rij zetten: de huur eerst' }, gkb],
    ['fewer categories', { dataCategories: ['name'] }, gkb],
    ['a shorter period', { validUntil: d('2026-12-22') }, gkb],
    ['an organisation that is named, whatever its kind', {}, { id: 'humanitas-plus', kind: 'ngo' } as const],
  ])('takes %s', (_title, change, receiver) => {
    expect(ruleProblems(wgs, { ...good, ...change }, receiver)).toEqual([]);
  });

  it.each([
    ['another article of the same law', { article: 'Wgs art. 3' }, gkb, 'article'],
    ['an article that only starts the same', { article: 'Wgs art. 80' }, gkb, 'article'],
    ['another purpose', { purpose: 'Nieuwsgierigheid' }, gkb, 'purpose'],
    ['a category that the article does not allow', { dataCategories: ['name', 'health'] }, gkb, 'dataCategories'],
    ['a receiver of another kind', {}, humanitas, 'toOrganisationId'],
    ['a day too long', { validUntil: d('2028-11-23') }, gkb, 'validUntil'],
    ['another kind of basis', { type: 'consent' as const }, gkb, 'type'],
  ])('refuses %s, on its field', (_title, change, receiver, field) => {
    expect(ruleProblems(wgs, { ...good, ...change }, receiver).map(({ name }) => name)).toEqual([field]);
  });

  it('refuses a rule that is off, and one that is not there', () => {
    expect(ruleProblems({ ...wgs, enabled: false }, good, gkb)).toEqual([{ name: 'catalogueCode', message: 'Deze grondslag staat uit in jouw gemeente.' }]);
    expect(ruleProblems(undefined, good, gkb)).toEqual([{ name: 'catalogueCode', message: 'Deze grondslag staat niet in de lijst van jouw gemeente.' }]);
  });

  it('consent has a purpose of its own each time', () => {
    const given = { ...good, type: 'consent', article: 'AVG art. 6 lid 1 onder a', purpose: 'Samen naar de voedselbank', validUntil: d('2027-11-22') } as const;
    expect(ruleProblems(consent, given, humanitas)).toEqual([]);
  });

  it.each([
    ['Wgs art. 8', 'Wgs art. 8', true], ['Wgs art. 8 lid 1', 'Wgs art. 8', true], ['Wgs art. 8a', 'Wgs art. 8', false], ['Wgs', 'Wgs art. 8', false], [' Wgs art. 8', 'Wgs art. 8', true],
  ])('%s within %s: %s', (given, stated, within) => {
    expect(isWithin(given, stated)).toBe(within);
  });
});

describe('professional secrecy beside the basis', () => {
  it.each([
    ['health under a task of the municipality', 'health', wgs, true],
    ['finances under the same', 'finances', wgs, false],
    ['health in an emergency', 'health', { ...wgs, secrecyCategories: [] }, false],
    ['health on a basis from before the catalogue', 'health', null, true],
    ['a name on such a basis', 'name', null, false],
  ] as const)('%s', (_title, category, rule, needed) => {
    expect(needsSecrecyRelease(category, rule)).toBe(needed);
  });
});
