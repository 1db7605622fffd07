import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { isLifeDomain, LIFE_DOMAINS } from './life-domain.js';
import { ageOn, displayName, householdName, isChild, isMinor, sortName } from './member.js';
import { isUrgency, waitingDays } from './waiting-list.js';

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
