import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import {
  CHECKLISTS, eighteenOn, followUpOn, isHelped, isNearlyEighteen, itemDay, itemOwner, type ItemTerm, lifeEvent, LIFE_EVENT_KINDS, lifeEventProblems, lifeEventSettings, type NewLifeEvent, planChecklist, type PossibleOwner,
} from './index.js';

const today = d('2026-11-23');

describe('the day of an item', () => {
  it.each<[string, ItemTerm, string, string]>([
    ['half a year before', { months: -6 }, '2027-05-23', '2026-11-23'],
    ['half a year before the 31st: the last day of a shorter month', { months: -6 }, '2027-08-31', '2027-02-28'],
    ['a month and three days before', { months: -1, days: -3 }, '2027-03-31', '2027-02-25'],
    ['on a Sunday, without an office', { days: 5 }, '2026-11-24', '2026-11-29'],
    ['on a Sunday, at an office: the Monday', { days: 5, shift: true }, '2026-11-24', '2026-11-30'],
    ['on Christmas, at an office: after the weekend', { days: 3, shift: true }, '2026-12-22', '2026-12-28'],
    ['counting back never shifts', { days: -1, shift: true }, '2026-11-30', '2026-11-29'],
    ['two working days over a weekend', { workingDays: 2 }, '2026-11-27', '2026-12-01'],
    ['28 days over a leap day', { days: 28 }, '2028-02-10', '2028-03-09'],
  ])('%s', (_, term, on, expected) => {
    expect(itemDay(term, d(on))).toBe(expected);
  });

  it('what should have been done already is for the first working day from today', () => {
    const items = planChecklist([{ code: 'a', text: 'A', term: { months: 1 }, owner: 'member' }, { code: 'b', text: 'B', term: { months: -6 }, owner: 'regisseur' }], d('2027-01-10'), d('2026-11-21'));
    expect(items.map(({ code, dueOn, late }) => [code, dueOn, late])).toEqual([['b', '2026-11-23', true], ['a', '2027-02-10', false]]);
  });
});

describe('turning 18', () => {
  it.each([
    ['2008-12-01', '2026-12-01'], ['2008-02-29', '2026-03-01'], ['2012-02-29', '2030-03-01'],
  ])('born %s: on %s', (born, on) => expect(eighteenOn(d(born))).toBe(on));

  it.each([
    ['the day before 17½', '2009-05-24', false],
    ['17½ today', '2009-05-23', true],
    ['17 years and 11 months, when nobody looked before', '2008-12-20', true],
    ['18 tomorrow', '2008-11-24', true],
    ['18 today: too late to prepare', '2008-11-23', false],
    ['40', '1986-11-23', false],
  ])('%s', (_, born, expected) => expect(isNearlyEighteen(d(born), today, 6)).toBe(expected));

  it.each([
    ['2008-02-29', '2025-08-31', false], ['2008-02-29', '2025-09-01', true], ['2008-02-29', '2026-02-28', true], ['2008-02-29', '2026-03-01', false],
    // Half a year before 31 August there is no 31 February.
    ['2008-08-31', '2026-02-27', false], ['2008-08-31', '2026-02-28', true],
  ])('born %s on %s: %s', (born, on, expected) => expect(isNearlyEighteen(d(born), d(on), 6)).toBe(expected));

  it('is for families who get help now', () => {
    expect((['reported', 'waiting-list', 'closed', 'moved-away'] as const).map(isHelped)).toEqual([false, false, false, false]);
    expect((['intake', 'draft-plan', 'active', 'scaled-up', 'aftercare', 'reopened'] as const).map(isHelped)).toEqual([true, true, true, true, true, true]);
  });
});

describe('an event that somebody starts', () => {
  const birthDate = d('2010-01-01');
  it.each<[string, NewLifeEvent, typeof birthDate | null, string[]]>([
    ['a death yesterday', { kind: 'death', memberId: 'm', on: d('2026-11-22') }, birthDate, []],
    ['a death tomorrow', { kind: 'death', memberId: 'm', on: d('2026-11-24') }, birthDate, ['on']],
    ['a death before the birth', { kind: 'death', memberId: 'm', on: d('2009-12-31') }, birthDate, ['on']],
    ['a death of nobody', { kind: 'death', on: d('2026-11-22') }, null, ['memberId']],
    ['turning 18', { kind: 'turning-18', memberId: 'm' }, birthDate, []],
    ['turning 18 on a day that was typed', { kind: 'turning-18', memberId: 'm', on: d('2027-01-01') }, birthDate, ['on']],
    ['turning 18 of who is 18 today', { kind: 'turning-18', memberId: 'm' }, d('2008-11-23'), ['memberId']],
    ['turning 18 of who is 18 tomorrow', { kind: 'turning-18', memberId: 'm' }, d('2008-11-24'), []],
    ['turning 18 of a child of 15', { kind: 'turning-18', memberId: 'm' }, d('2011-01-01'), ['memberId']],
    ['a birth that is expected', { kind: 'birth', on: d('2027-04-01') }, null, []],
    ['a divorce without a day', { kind: 'divorce' }, null, ['on']],
    ['a move three years ago', { kind: 'move', on: d('2023-11-01') }, null, ['on']],
    ['a move in three years', { kind: 'move', on: d('2029-12-01') }, null, ['on']],
  ])('%s', (_, event, born, expected) => {
    expect(lifeEventProblems(event, { today, birthDate: born }).map(({ name }) => name)).toEqual(expected);
  });

  it('moves as the table says', () => {
    const table = lifeEvent.stateNames.map((state) => [state, lifeEvent.allowedTransitions(state, {})]);
    expect(table).toEqual([['proposed', ['start', 'withdraw']], ['running', ['correct', 'withdraw']], ['withdrawn', []]]);
  });
});

describe('the checklists', () => {
  it.each(LIFE_EVENT_KINDS)('%s: every item has a code of its own and a sentence', (kind) => {
    const codes = CHECKLISTS[kind].map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(7);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { text } of CHECKLISTS[kind]) expect(text).toMatch(/^[A-Z].{10,200}[.?]$/);
  });

  it('are those of Naast when a municipality says nothing, or nonsense', () => {
    for (const settings of [null, {}, { lifeEvents: 7 }, { lifeEvents: { death: 'no', noticeMonths: 99 } }]) {
      expect(lifeEventSettings(settings)).toEqual({ noticeMonths: 6, checklists: CHECKLISTS });
    }
  });

  it('a municipality leaves out, changes and adds', () => {
    const { noticeMonths, checklists } = lifeEventSettings({ lifeEvents: { noticeMonths: 12, move: {
      leaveOut: ['urgency'],
      items: [{ code: 'register', text: 'Bel de gemeente.', owner: 'regisseur', workingDays: 1 }, { code: 'key', text: 'Haal de sleutel.', days: -1 }, { code: 'no text' }, { code: 'x', text: 'Y', months: 1.5 }],
    } } });
    expect(noticeMonths).toBe(12);
    expect(checklists.move.map(({ code }) => code)).toEqual(['end-lease', 'costs', 'school', 'other-municipality', 'secret-address', 'energy', 'rent-allowance', 'register', 'key', 'x']);
    expect(checklists.move.slice(-3)).toEqual([
      { code: 'register', text: 'Bel de gemeente.', owner: 'regisseur', term: { workingDays: 1 } },
      { code: 'key', text: 'Haal de sleutel.', owner: 'regisseur', term: { days: -1 } },
      { code: 'x', text: 'Y', owner: 'regisseur', term: {} },
    ]);
  });
});

describe('who of the family does it', () => {
  const person = (id: string, birthDate: string, role: PossibleOwner['role'], leftOn: string | null = null): PossibleOwner => ({ id, role, birthDate: d(birthDate), leftOn: leftOn === null ? null : d(leftOn) });
  const anna = person('anna', '1985-01-01', 'main');
  const erik = person('erik', '1984-01-01', 'partner');
  const sem = person('sem', '2009-05-01', 'child');
  const noor = person('noor', '2016-05-01', 'child');
  it.each<[string, Parameters<typeof itemOwner>, string | null]>([
    ['the regisseur for what is the regisseur\u2019s', ['regisseur', { kind: 'turning-18', memberId: 'sem' }, [anna, sem], today], null],
    ['who turns 18', ['member', { kind: 'turning-18', memberId: 'sem' }, [anna, sem], today], 'sem'],
    ['the main person, for the family', ['member', { kind: 'move', memberId: null }, [erik, sem, anna], today], 'anna'],
    ['the main person, for a young child', ['member', { kind: 'disability', memberId: 'noor' }, [noor, anna], today], 'anna'],
    ['the partner, when the main person died', ['member', { kind: 'death', memberId: 'anna' }, [anna, erik, noor], today], 'erik'],
    ['the partner, when the main person left', ['member', { kind: 'move', memberId: null }, [{ ...anna, leftOn: d('2026-01-01') }, erik], today], 'erik'],
    ['the regisseur, when there is no adult left', ['member', { kind: 'death', memberId: 'anna' }, [anna, noor], today], null],
  ])('%s', (_, given, expected) => {
    expect(itemOwner(...given)).toBe(expected);
  });

  it.each([
    ['on the day itself', '2027-03-02', '2027-03-02'], ['on the working day after it', '2027-03-06', '2027-03-08'], ['four weeks from now when it was already', '2026-10-01', '2026-12-21'],
  ])('the regisseur looks again %s', (_, on, expected) => expect(followUpOn(d(on), today)).toBe(expected));
});
