import { addDays, type LocalDate, weekday } from '#kernel';

/** One counted day of a team, or of all teams together. */
export interface WaitingDay {
  readonly day: LocalDate;
  readonly waiting: number;
  readonly entered: number;
  readonly left: number;
  /** The days that those who left had waited, together. */
  readonly daysWaited: number;
}

export interface WaitingWeek {
  /** Monday. */
  readonly weekOf: LocalDate;
  /** How many waited on the last counted day of the week; null: too few to tell. */
  readonly waiting: number | null;
  readonly entered: number | null;
  readonly left: number | null;
  readonly averageDays: number | null;
}

export type TrendAnswer = 'shorter' | 'longer' | 'same' | 'unknown';
export interface WaitingTrend {
  readonly answer: TrendAnswer;
  /** One Dutch sentence. */
  readonly sentence: string;
  readonly weeks: readonly WaitingWeek[];
}

const PERIOD_DAYS = 28;
/** Below this a number can point at a family for who is not in the team. */
export const SMALLEST_CELL = 5;

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));
const sum = (days: readonly WaitingDay[], of: 'entered' | 'left' | 'daysWaited'): number => days.reduce((total, day) => total + day[of], 0);
const mean = (days: readonly WaitingDay[]): number => days.reduce((total, { waiting }) => total + waiting, 0) / days.length;

/** A count that points at nobody: 0 or enough of them. */
export const shownCount = (count: number, suppress: boolean): number | null => (suppress && count > 0 && count < SMALLEST_CELL ? null : count);

/**
 * Does the list get shorter? Compares the mean of the last 28 counted days with the 28 before; within a family or 5 per cent it
 * is the same. `days` oldest first, one row a day. With `suppress` small numbers are left out, for who is not in the team.
 */
export function waitingTrend(days: readonly WaitingDay[], suppress: boolean): WaitingTrend {
  const mondays = [...new Set(days.map(({ day }) => mondayOf(day)))];
  const weeks = mondays.map((monday) => toWeek(monday, days.filter(({ day }) => mondayOf(day) === monday), suppress));
  return { ...answerOf(days, suppress), weeks };
}

function toWeek(weekOf: LocalDate, days: readonly WaitingDay[], suppress: boolean): WaitingWeek {
  const left = sum(days, 'left');
  const shownLeft = shownCount(left, suppress);
  return {
    weekOf, waiting: shownCount(days.at(-1)?.waiting ?? 0, suppress), entered: shownCount(sum(days, 'entered'), suppress), left: shownLeft,
    averageDays: left > 0 && shownLeft !== null ? Math.round(sum(days, 'daysWaited') / left) : null,
  };
}

function answerOf(days: readonly WaitingDay[], suppress: boolean): Pick<WaitingTrend, 'answer' | 'sentence'> {
  if (days.length < 2 * PERIOD_DAYS) return { answer: 'unknown', sentence: 'Dat is nog niet te zeggen: er is minder dan acht weken geteld.' };
  const [now, before] = [mean(days.slice(-PERIOD_DAYS)), mean(days.slice(-2 * PERIOD_DAYS, -PERIOD_DAYS))];
  if (suppress && Math.min(now, before) < SMALLEST_CELL) return { answer: 'unknown', sentence: `Er wachten te weinig gezinnen om het te laten zien: minder dan ${SMALLEST_CELL}.` };
  const numbers = `De laatste vier weken wachtten er gemiddeld ${Math.round(now)} gezinnen, de vier weken daarvoor ${Math.round(before)}.`;
  if (Math.abs(now - before) <= Math.max(1, before * 0.05)) return { answer: 'same', sentence: `Nee, de wachtlijst blijft ongeveer even lang. ${numbers}` };
  return now < before ? { answer: 'shorter', sentence: `Ja, de wachtlijst wordt korter. ${numbers}` } : { answer: 'longer', sentence: `Nee, de wachtlijst wordt langer. ${numbers}` };
}
