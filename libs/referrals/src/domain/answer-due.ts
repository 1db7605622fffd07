import { addWorkingDays, type LocalDate, localDateOf } from '#kernel';
import { answerLadder, type LadderStep, REFERRAL_TERMS, type ReferralTerms } from './referral.deadlines.js';

const START_OF_WORK = 9;
const hourInAmsterdam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', hour12: false });

/** Nine o'clock in Amsterdam on this day, in summer and winter time. */
export function startOfWork(day: LocalDate): Date {
  const inWinter = new Date(`${day}T0${START_OF_WORK - 1}:00:00Z`);
  const isWinter = Number(hourInAmsterdam.format(inWinter)) === START_OF_WORK;
  return isWinter ? inWinter : new Date(inWinter.getTime() - 3_600_000);
}

export interface LadderRung {
  readonly step: LadderStep;
  /** The alarm of this step. */
  readonly at: Date;
}

/** The first thing that happens when no answer comes. */
export function firstRung(requestedOn: LocalDate, threatening: boolean, terms: ReferralTerms = REFERRAL_TERMS): LadderRung {
  const [first] = answerLadder(requestedOn, threatening, terms);
  if (!first) throw new Error('the answer ladder is empty');
  return { step: first.step, at: startOfWork(first.on) };
}

export interface Climb {
  readonly requestedOn: LocalDate;
  readonly threatening: boolean;
  /** The step that was just taken, and when. */
  readonly step: LadderStep;
  readonly takenAt: Date;
}

/**
 * The step after this one; undefined after the last. When a step came late (the worker stood still) the next one waits a
 * working day: nobody is passed over in the same minute in which they are reminded.
 */
export function nextRung({ requestedOn, threatening, step, takenAt }: Climb, terms: ReferralTerms = REFERRAL_TERMS): LadderRung | undefined {
  const ladder = answerLadder(requestedOn, threatening, terms);
  const place = ladder.findIndex((one) => one.step === step);
  const next = ladder[place + 1];
  if (!next) return undefined;
  const takenOn = localDateOf(takenAt);
  const sameDay = next.on === ladder[place]?.on;
  const earliest = sameDay ? takenOn : addWorkingDays(takenOn, 1);
  return { step: next.step, at: startOfWork(next.on > earliest ? next.on : earliest) };
}
