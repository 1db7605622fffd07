import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate as d } from '#kernel';
import { isLifeDomain, LIFE_DOMAINS } from './life-domain.js';
import { ageOn, displayName, householdName, isChild, isMinor, sortName } from './member.js';
import { compareWaiting, isUrgency, URGENCIES, type Waiting, waitingDays } from './waiting-list.js';

const renee = { firstName: 'Renée', infix: 'de', lastName: 'Boer' };

describe('names of people', () => {
  it.each([
    [renee, 'Renée de Boer', 'Boer, de', 'Familie De Boer'],
    [{ firstName: 'Noah', infix: null, lastName: 'Smit' }, 'Noah Smit', 'Smit', 'Familie Smit'],
    [{ firstName: 'Ali', infix: '', lastName: 'Özdemir-Çelik' }, 'Ali Özdemir-Çelik', 'Özdemir-Çelik', 'Familie Özdemir-Çelik'],
    [{ firstName: 'Bo ', infix: 'van  der', lastName: ' Laan' }, 'Bo van der Laan', 'Laan, van der', 'Familie Van der Laan'],
    [{ firstName: 'Jan', infix: 'in ’t', lastName: 'Veld' }, 'Jan in ’t Veld', 'Veld, in ’t', 'Familie In ’t Veld'],
  ])('%j', (name, display, sort, household) => {
    expect([displayName(name), sortName(name), householdName(name)]).toEqual([display, sort, household]);
  });
});

describe('age', () => {
  it.each([
    ['the day before the birthday', '2008-11-23', '2026-11-22', 17, true],
    ['on the birthday', '2008-11-22', '2026-11-22', 18, false],
    ['born on 29 February, on 28 February', '2008-02-29', '2026-02-28', 17, true],
    ['born on 29 February, on 1 March', '2008-02-29', '2026-03-01', 18, false],
    ['a newborn', '2026-11-22', '2026-11-22', 0, true],
  ])('%s', (_title, born, today, age, minor) => {
    expect([ageOn(d(born), d(today)), isMinor(d(born), d(today))]).toEqual([age, minor]);
  });

  it('without a birth date the role decides whether somebody is a child', () => {
    expect(isChild({ role: 'child', birthDate: null }, d('2026-11-22'))).toBe(true);
    expect(isChild({ role: 'other', birthDate: null }, d('2026-11-22'))).toBe(false);
    expect(isChild({ role: 'child', birthDate: d('2000-01-01') }, d('2026-11-22'))).toBe(false);
  });
});

describe('the waiting list', () => {
  const row = (urgency: Waiting['urgency'], reportedOn: string, caseNumber: string): Waiting => ({
    urgency,
    reportedOn: d(reportedOn),
    caseNumber,
  });

  it('puts urgency first, then who waits longest, then the case number', () => {
    const rows = [
      row('normaal', '2026-01-01', 'N-3'),
      row('spoed', '2026-11-20', 'N-9'),
      row('hoog', '2026-10-01', 'N-5'),
      row('hoog', '2026-09-01', 'N-7'),
      row('hoog', '2026-09-01', 'N-6'),
      row('laag', '2025-01-01', 'N-1'),
    ];
    expect(rows.sort(compareWaiting).map(({ caseNumber }) => caseNumber)).toEqual(['N-9', 'N-6', 'N-7', 'N-5', 'N-3', 'N-1']);
  });

  it('is a total order', () => {
    const anyRow = fc.record({
      urgency: fc.constantFrom(...URGENCIES),
      reportedOn: fc.nat(900).map((days) => addDays(d('2024-01-01'), days)),
      caseNumber: fc.string({ minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        expect(Math.sign(compareWaiting(a, b)) + Math.sign(compareWaiting(b, a))).toBe(0);
        if (compareWaiting(a, b) <= 0 && compareWaiting(b, c) <= 0) expect(compareWaiting(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts the days somebody waits, never below zero', () => {
    expect(waitingDays(d('2026-11-01'), d('2026-11-22'))).toBe(21);
    expect(waitingDays(d('2026-11-23'), d('2026-11-22'))).toBe(0);
  });

  it('knows its words', () => {
    expect([isUrgency('spoed'), isUrgency('urgent')]).toEqual([true, false]);
    expect(Object.keys(LIFE_DOMAINS)).toHaveLength(13);
    expect([isLifeDomain('finances'), isLifeDomain('toString')]).toEqual([true, false]);
  });
});
