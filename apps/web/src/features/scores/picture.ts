import { daysBetween, localDate } from '#kernel';
import type { Series } from './queries.js';

/** In the units of the drawing: words to the left, dates below. */
export const PICTURE = { width: 320, left: 142, right: 10, top: 12, row: 24, bottom: 22 } as const;

export interface Dot {
  x: number;
  y: number;
  day: string;
  label: string;
}

export const heightOf = (steps: number): number => PICTURE.top + steps * PICTURE.row + PICTURE.bottom;

/** The middle of the band of a step; the highest step is on top. */
export const rowOf = (step: number, steps: number): number => PICTURE.top + (steps - step + 0.5) * PICTURE.row;

/** Where each point stands; what was measured with another scale has no place and so no dot. */
export function dotsOf(series: Pick<Series, 'points'>, steps: number, [first, last]: readonly [string, string]): Dot[] {
  const span = daysBetween(localDate(first), localDate(last));
  const room = PICTURE.width - PICTURE.left - PICTURE.right;
  return series.points.flatMap(({ place, measuredOn, label }) => {
    if (place === null) return [];
    const share = span === 0 ? 0.5 : daysBetween(localDate(first), localDate(measuredOn)) / span;
    return [{ x: PICTURE.left + 8 + share * (room - 16), y: rowOf(place, steps), day: measuredOn, label }];
  });
}

/** The first and the last day of all of these, so that the pictures can be laid beside each other. */
export function spanOf(series: readonly Pick<Series, 'points'>[]): readonly [string, string] {
  const days = series.flatMap(({ points }) => points.map(({ measuredOn }) => measuredOn)).toSorted();
  return [days[0] ?? '', days.at(-1) ?? ''];
}

/** One picture per area of life: what was seen by both sides, in the order of the scale. */
export function byDomain<S extends Pick<Series, 'domain' | 'view'>>(series: readonly S[], order: readonly string[]): S[][] {
  const domains = [...new Set(series.map(({ domain }) => domain))].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return domains.map((domain) => series.filter((one) => one.domain === domain).toSorted((a, b) => a.view.localeCompare(b.view)));
}

/** The version of the scale that a picture is drawn on: that of the latest measurement in it. */
export const versionOf = (series: readonly Pick<Series, 'points'>[]): number => Math.max(...series.map(({ points }) => points.at(-1)?.scaleVersion ?? 0));
