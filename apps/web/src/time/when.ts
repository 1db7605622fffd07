import { daysBetween, localDate, type LocalDate, localDateOf, workingDaysBetween } from '#kernel';
import type { Messages } from '../i18n/nl.js';

type TimeText = Messages['time'];

/** 'YYYY-MM-DD' stays that day; an instant becomes the day it is in Amsterdam. */
export const dayOf = (value: string): LocalDate => (value.length === 10 ? localDate(value) : localDateOf(new Date(value)));

export const hasTime = (value: string): boolean => value.length > 10;

/**
 * A day as people say it: 'morgen', 'over 3 werkdagen', '2 weken geleden', '4 maart 2027'.
 * Ahead we count working days, because that is when someone can act; back we count days.
 */
export function sayDay(value: string, today: LocalDate, text: TimeText): string {
  const day = dayOf(value);
  const distance = daysBetween(today, day);
  if (distance === 0) return text.today;
  if (distance === 1) return text.tomorrow;
  if (distance === -1) return text.yesterday;
  if (distance > 1 && distance <= 14) return ahead(workingDaysBetween(today, day), distance, text);
  if (distance > 14 && distance <= 56) return text.inWeeks(Math.round(distance / 7));
  if (distance < 0 && distance >= -13) return text.daysAgo(-distance);
  if (distance < -13 && distance >= -56) return text.weeksAgo(Math.round(-distance / 7));
  return sayExactDay(day, text);
}

const ahead = (workingDays: number, days: number, text: TimeText): string =>
  workingDays === 0 ? text.inDays(days) : text.inWorkingDays(workingDays);

export const sayExactDay = (day: string, text: TimeText): string =>
  new Intl.DateTimeFormat(text.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${dayOf(day)}T00:00:00Z`));

/** For the title of a date: the weekday, the date and, when it is known, the time. */
export function sayExactly(value: string, text: TimeText): string {
  const instant = new Date(hasTime(value) ? value : `${value}T00:00:00Z`);
  const zone = hasTime(value) ? 'Europe/Amsterdam' : 'UTC';
  const day = new Intl.DateTimeFormat(text.locale, { dateStyle: 'full', timeZone: zone }).format(instant);
  if (!hasTime(value)) return day;
  return `${day}, ${sayTime(instant, text)}`;
}

const sayTime = (instant: Date, text: TimeText): string =>
  new Intl.DateTimeFormat(text.locale, { timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(instant);

/** 'vandaag om 14:05', for reminders and messages of today and tomorrow. */
export function sayMoment(value: string, today: LocalDate, text: TimeText): string {
  const near = Math.abs(daysBetween(today, dayOf(value))) <= 1;
  const day = sayDay(value, today, text);
  return near && hasTime(value) ? text.at(day, sayTime(new Date(value), text)) : day;
}
