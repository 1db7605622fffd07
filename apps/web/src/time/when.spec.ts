import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { nl } from '../i18n/nl.js';
import { sayDay, sayExactly, sayMoment } from './when.js';

const friday = localDate('2026-12-18');
const say = (day: string): string => sayDay(day, friday, nl.time);

describe('a day as people say it', () => {
  it('uses words for yesterday, today and tomorrow', () => {
    expect([say('2026-12-17'), say('2026-12-18'), say('2026-12-19')]).toEqual(['gisteren', 'vandaag', 'morgen']);
  });

  it('counts working days ahead, over the weekend', () => {
    expect(say('2026-12-22')).toBe('over 2 werkdagen');
  });

  it('does not count Christmas as a working day', () => {
    expect(say('2026-12-28')).toBe('over 5 werkdagen');
  });

  it('says one working day as one', () => {
    expect(say('2026-12-21')).toBe('over 1 werkdag');
  });

  it('counts days when no working day lies in between', () => {
    expect(say('2026-12-20')).toBe('over 2 dagen');
  });

  it('counts ordinary days back', () => {
    expect(say('2026-12-15')).toBe('3 dagen geleden');
  });

  it('names the date when it lies far away', () => {
    expect(say('2027-06-01')).toBe('1 juni 2027');
  });
});

describe('a moment', () => {
  it('takes the day it is in Amsterdam, also just after midnight', () => {
    expect(sayMoment('2026-12-17T23:30:00Z', friday, nl.time)).toBe('vandaag om 00:30');
  });

  it('gives the exact day on hover', () => {
    expect(sayExactly('2026-12-18', nl.time)).toBe('vrijdag 18 december 2026');
  });
});
