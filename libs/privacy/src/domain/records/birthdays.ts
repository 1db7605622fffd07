import { addDays, addMonths, isLocalDate, type LocalDate, localDateFrom, partsOf } from '#kernel';
import type { RecordKind } from './who-agreed.js';

/** On these days somebody else starts to decide. */
export const BIRTHDAYS = [12, 16, 18] as const;
export type Birthday = (typeof BIRTHDAYS)[number];

/** So long afterwards a birthday is still raised, when nobody looked on the day itself (ours). */
export const LOOK_BACK_DAYS = 92;

/** The day on which somebody reaches this age; who was born on 29 February does so on 1 March in other years, as in `ageOn`. */
export function birthdayOn(birthDate: LocalDate, age: number): LocalDate {
  const { year, month, day } = partsOf(birthDate);
  if (month === 2 && day === 29 && !isLocalDate(`${year + age}-02-29`)) return localDateFrom(year + age, 3, 1);
  return addMonths(birthDate, 12 * age);
}

/** Birthdays that were reached up to and including today, not longer ago than one looks back. */
export const birthdaysReached = (birthDate: LocalDate, today: LocalDate): readonly Birthday[] =>
  BIRTHDAYS.filter((age) => {
    const on = birthdayOn(birthDate, age);
    return on <= today && on > addDays(today, -LOOK_BACK_DAYS);
  });

/** Which records somebody has to look at again: with 12 and 16 another voice is needed, with 18 nobody speaks for them any more. */
export const RECORDS_TO_REVIEW: Readonly<Record<Birthday, readonly RecordKind[]>> = {
  12: ['secrecy-release', 'help-agreement'],
  16: ['legal-basis', 'secrecy-release', 'help-agreement'],
  18: ['legal-basis', 'secrecy-release', 'help-agreement'],
};

/** What changes on that day, for the regisseur. No name: it stands in a task. */
export const BIRTHDAY_TASK: Readonly<Record<Birthday, string>> = {
  12: 'Een kind is 12 geworden en moet nu ook zelf ja zeggen tegen hulp. Kijk de afspraken na.',
  16: 'Een kind is 16 geworden en beslist nu zelf. Ouders zien het dossier alleen nog als het kind dat goed vindt. Kijk de afspraken na.',
  18: 'Een gezinslid is 18 geworden. Ouders beslissen niet meer mee. Kijk de afspraken na en vraag opnieuw wat nodig is.',
};
