import { DomainError } from './domain-error.js';

/** A calendar day 'YYYY-MM-DD' in Europe/Amsterdam; it has no time and no zone of its own. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;
const toUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  // Some engines roll 30 February over; the round trip catches it.
  return !Number.isNaN(ms) && fromUtc(ms) === value;
}

/** Reads 'YYYY-MM-DD'. Throws `invalid` for anything that is not an existing day. */
export function localDate(value: string): LocalDate {
  if (isLocalDate(value)) return value;
  throw new DomainError('local-date.invalid', 'Dit is geen geldige datum.', { kind: 'invalid' });
}

/** The day it is in Amsterdam at this instant. */
export const localDateOf = (instant: Date): LocalDate => inAmsterdam.format(instant) as LocalDate;

/** Builds a day from its parts; `month` is 1-12. Throws `invalid` when the day does not exist. */
export const localDateFrom = (year: number, month: number, day: number): LocalDate =>
  localDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

export const partsOf = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

export const addDays = (date: LocalDate, days: number): LocalDate => fromUtc(toUtc(date) + days * DAY_MS);

export const addWeeks = (date: LocalDate, weeks: number): LocalDate => addDays(date, weeks * 7);

/** Same day number `months` later, or the last day of a shorter month (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return localDateFrom(targetYear, targetMonth, Math.min(day, lastDay));
}

/** Days from `from` to `to`; negative when `to` lies before it. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const weekday = (date: LocalDate): number => new Date(toUtc(date)).getUTCDay() || 7;

export const earliest = (first: LocalDate, ...rest: readonly LocalDate[]): LocalDate =>
  rest.reduce((a, b) => (b < a ? b : a), first);

export const latest = (first: LocalDate, ...rest: readonly LocalDate[]): LocalDate =>
  rest.reduce((a, b) => (b > a ? b : a), first);

/** '2027-03-01' → '1 maart 2027'. */
export function formatLocalDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Full years on `today`. Who was born on 29 February has a birthday on 1 March in other years. */
export function ageOn(birthDate: LocalDate, today: LocalDate): number {
  const [born, now] = [partsOf(birthDate), partsOf(today)];
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}
