import { DomainError } from '../domain-error.js';
import { addDays, addWeeks, daysBetween, type LocalDate, latest } from '../local-date.js';
import { type Deadline, shifted, unshifted } from './deadline.js';

/** A letter that asks to supplement (Awb 4:5, 6:6), and what came of it. */
export interface Suspension {
  readonly invitedOn: LocalDate;
  /** Last remedy day named in the letter; null when the letter names none. */
  readonly remedyUntil: LocalDate | null;
  /** Day the supplement came in; null or absent when it has not (yet). */
  readonly suppliedOn?: LocalDate | null;
}

/** One term on two readings of Awb 4:15; `due` follows the strict one, which is never later. */
export interface SuspendedDeadline extends Deadline {
  readonly strict: LocalDate;
  /** Counting the last day as well, as the ministry's guidance (BZK) does: one day more per suspension. */
  readonly practice: LocalDate;
  readonly suspendedDays: { readonly strict: number; readonly practice: number };
}

type Reading = 'strict' | 'practice';
interface Span {
  readonly after: LocalDate;
  readonly until: LocalDate;
}

function spanOf({ invitedOn, remedyUntil, suppliedOn }: Suspension, reading: Reading): Span | null {
  // Awb 4:15: no remedy date in the letter, no suspension (RvS 2016:2527).
  if (remedyUntil === null) return null;
  if (remedyUntil <= invitedOn || (suppliedOn && suppliedOn < invitedOn)) {
    throw new DomainError('suspension.invalid', 'De hersteltermijn moet na de dag van de brief liggen.', {
      kind: 'invalid',
      fields: [{ name: 'remedyUntil', message: 'Kies een dag na de dag van de brief.' }],
    });
  }
  const end = suppliedOn && suppliedOn < remedyUntil ? suppliedOn : remedyUntil;
  // The letter of 4:15: suspended from the day after the invitation *until* the day of the supplement.
  return { after: invitedOn, until: latest(invitedOn, reading === 'strict' ? addDays(end, -1) : end) };
}

interface Running {
  readonly days: number;
  readonly covered: LocalDate | null;
}

function suspendedDays(
  suspensions: readonly Suspension[],
  reading: Reading,
  dueAfter: (days: number) => LocalDate,
): number {
  const spans = suspensions
    .map((suspension) => spanOf(suspension, reading))
    .filter((span) => span !== null)
    .sort((a, b) => (a.after < b.after ? -1 : 1));
  const add = ({ days, covered }: Running, { after, until }: Span): Running => {
    // The suspension starts the day after the letter; a term that is over by then cannot be suspended.
    if (after >= dueAfter(days)) return { days, covered };
    // Two letters that overlap suspend each day once.
    const from = covered === null ? after : latest(after, covered);
    return { days: days + Math.max(0, daysBetween(from, until)), covered: latest(from, until) };
  };
  return spans.reduce<Running>(add, { days: 0, covered: null }).days;
}

function suspendedDeadline(
  base: LocalDate,
  finish: (raw: LocalDate) => Deadline,
  suspensions: readonly Suspension[],
): SuspendedDeadline {
  const after = (days: number): Deadline => finish(addDays(base, days));
  const count = (reading: Reading): number => suspendedDays(suspensions, reading, (days) => after(days).due);
  const days = { strict: count('strict'), practice: count('practice') };
  const strict = after(days.strict);
  return { ...strict, strict: strict.due, practice: after(days.practice).due, suspendedDays: days };
}

/** A term of `weeks` with the suspended days added before the shift; over 12 weeks there is no shift. */
export const suspendedWeeksAfter = (
  start: LocalDate,
  weeks: number,
  suspensions: readonly Suspension[],
): SuspendedDeadline =>
  suspendedDeadline(addWeeks(start, weeks), weeks <= 12 ? shifted : unshifted, suspensions);

/** A named date with suspended days added; a named date is never shifted. */
export const suspendedDate = (day: LocalDate, suspensions: readonly Suspension[]): SuspendedDeadline =>
  suspendedDeadline(day, unshifted, suspensions);
