import type { LocalDate } from '#kernel';
import type { ScoreScale } from './score-scale.js';

/**
 * A step of an older version as a step of a newer one, through every version in between. Null when one of them does not say
 * how its steps follow from the one before: then the two measure something else and nobody may draw a line between them.
 */
export function stepOn(scales: readonly ScoreScale[], step: number, from: number, to: number): number | null {
  let here = step;
  for (let version = from + 1; version <= to; version += 1) {
    const next = scales.find((scale) => scale.version === version)?.mapsPrevious?.[here - 1];
    if (next === undefined) return null;
    here = next;
  }
  return from > to ? null : here;
}

export interface ScorePoint {
  readonly measuredOn: LocalDate;
  readonly scaleVersion: number;
  readonly step: number;
}

/** `once`: measured one time; `other-scale`: measured with another scale, so nothing can be said. */
export type Change = 'better' | 'same' | 'worse' | 'once' | 'other-scale';

/** The first and the latest of one series, oldest first. */
export function changeOf(points: readonly ScorePoint[], scales: readonly ScoreScale[]): Change {
  const [first, latest] = [points[0], points.at(-1)];
  if (!first || !latest || points.length === 1) return 'once';
  const then = stepOn(scales, first.step, first.scaleVersion, latest.scaleVersion);
  if (then === null) return 'other-scale';
  if (then === latest.step) return 'same';
  return latest.step > then ? 'better' : 'worse';
}
