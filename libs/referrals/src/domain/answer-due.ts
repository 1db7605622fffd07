import type { LocalDate } from '#kernel';
import { answerLadder, REFERRAL_TERMS, type ReferralTerms } from './referral.deadlines.js';

const START_OF_WORK = 9;
const hourInAmsterdam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', hour12: false });

/** Nine o'clock in Amsterdam on this day, in summer and winter time. */
export function startOfWork(day: LocalDate): Date {
  const inWinter = new Date(`${day}T0${START_OF_WORK - 1}:00:00Z`);
  const isWinter = Number(hourInAmsterdam.format(inWinter)) === START_OF_WORK;
  return isWinter ? inWinter : new Date(inWinter.getTime() - 3_600_000);
}

/** When the regisseur hears that no answer came (ours): 09:00 on the first working day after the answer term. */
export function answerDueAt(requestedOn: LocalDate, threatening: boolean, terms: ReferralTerms = REFERRAL_TERMS): Date {
  const step = answerLadder(requestedOn, threatening, terms).find((one) => one.step === 'tell-regisseur');
  if (!step) throw new Error('the answer ladder has no step for the regisseur');
  return startOfWork(step.on);
}
