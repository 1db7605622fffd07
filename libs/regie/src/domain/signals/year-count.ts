import { shownCount } from '../waiting/trend.js';
import type { SignalSettings } from './settings.js';

/** Attempts at a door in one year. */
export interface VisitCounts {
  readonly spoken: number;
  readonly refused: number;
  readonly notAtHome: number;
}

export interface YearCount {
  readonly year: number;
  /** Visits at which the door opened; null: too few to tell. */
  readonly visits: number | null;
  readonly refused: number | null;
  readonly notAtHome: number | null;
  readonly target: number | null;
  /** One Dutch sentence. */
  readonly sentence: string;
}

/**
 * A visit counts when the door opened, also when the answer was no; standing before a closed door is a try (decision 23).
 * With `suppress` small numbers are left out, for who is not in the team.
 */
export function countYear(year: number, { spoken, refused, notAtHome }: VisitCounts, { homeVisitsPerYear: target }: SignalSettings, suppress: boolean): YearCount {
  const visits = shownCount(spoken + refused, suppress);
  return { year, visits, refused: shownCount(refused, suppress), notAtHome: shownCount(notAtHome, suppress), target, sentence: sentenceOf(year, visits, target) };
}

function sentenceOf(year: number, visits: number | null, target: number | null): string {
  if (visits === null) return `In ${year} zijn er minder dan 5 huisbezoeken gedaan.`;
  const done = visits === 1 ? `In ${year} is er 1 huisbezoek gedaan.` : `In ${year} zijn er ${visits === 0 ? 'nog geen' : visits} huisbezoeken gedaan.`;
  if (target === null) return `${done} De gemeente heeft geen doel ingesteld.`;
  return visits >= target ? `${done} Het doel van ${target} is gehaald.` : `${done} Het doel is ${target}: nog ${target - visits}.`;
}
