import { addDays, type LocalDate, localDate, localDateFrom, partsOf, weekday } from './local-date.js';

/**
 * Days a decree puts on a par with a holiday (Algemene termijnenwet 3(3)).
 * A new decree is a new line here, and moves `HOLIDAY_KNOWLEDGE_ENDS`.
 */
const DECREE_DAYS: ReadonlySet<string> = new Set([
  '2023-04-28',
  '2023-05-19',
  '2024-05-10',
  '2024-12-27',
  '2025-05-30',
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
]);

/** After this day no decree is known: a date computed beyond it is uncertain. */
export const HOLIDAY_KNOWLEDGE_ENDS = localDate('2028-12-31');

export const isUncertain = (date: LocalDate): boolean => date > HOLIDAY_KNOWLEDGE_ENDS;

/** Easter Sunday of a Gregorian year (Meeus/Jones/Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const skipped = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + skipped + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return localDateFrom(year, Math.floor(n / 31), (n % 31) + 1);
}

/** 27 April, or 26 April when the 27th is a Sunday. */
export function kingsDay(year: number): LocalDate {
  const usual = localDateFrom(year, 4, 27);
  return weekday(usual) === 7 ? addDays(usual, -1) : usual;
}

/** The name of the general holiday (Algemene termijnenwet 3(1) and 3(2)), by day, for one year. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const easter = easterSunday(year);
  return new Map<LocalDate, string>([
    [localDateFrom(year, 1, 1), 'Nieuwjaarsdag'],
    [addDays(easter, -2), 'Goede Vrijdag'],
    [addDays(easter, 1), 'tweede paasdag'],
    [kingsDay(year), 'Koningsdag'],
    [localDateFrom(year, 5, 5), 'Bevrijdingsdag'],
    [addDays(easter, 39), 'Hemelvaartsdag'],
    [addDays(easter, 50), 'tweede pinksterdag'],
    [localDateFrom(year, 12, 25), 'eerste kerstdag'],
    [localDateFrom(year, 12, 26), 'tweede kerstdag'],
  ]);
}

const holidaysByYear = new Map<number, ReadonlyMap<LocalDate, string>>();

/** The holiday's name, 'gelijkgestelde dag' for a decree day, or undefined on an ordinary day. */
export function holidayName(date: LocalDate): string | undefined {
  const { year } = partsOf(date);
  const ofYear = holidaysByYear.get(year) ?? holidaysOf(year);
  holidaysByYear.set(year, ofYear);
  return ofYear.get(date) ?? (DECREE_DAYS.has(date) ? 'gelijkgestelde dag' : undefined);
}
