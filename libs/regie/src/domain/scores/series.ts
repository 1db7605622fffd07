import type { LifeDomain } from '#households/domain';
import type { LocalDate } from '#kernel';
import { type Change, changeOf, stepOn } from './compare-scores.js';
import type { Score, ScoreMoment, ScoreView } from './measurement.js';
import type { ScoreScale } from './score-scale.js';

/** A measurement as it was written down; the latest correction counts. */
export interface ScoreRound {
  readonly id: string;
  /** Null: about the family as a whole. */
  readonly memberId: string | null;
  readonly moment: ScoreMoment;
  readonly measuredOn: LocalDate;
  readonly view: ScoreView;
  readonly scaleVersion: number;
  readonly correctsId: string | null;
  readonly scores: readonly Score[];
}

export interface SeriesPoint {
  readonly roundId: string;
  readonly moment: ScoreMoment;
  readonly measuredOn: LocalDate;
  readonly scaleVersion: number;
  readonly step: number;
  readonly label: string;
  /** The step on the scale of the latest point; null: measured with another scale, not to be put on one line. */
  readonly place: number | null;
}

/** One line of the picture: one area of life, of one person or the family, seen by one side. */
export interface ScoreSeries {
  readonly domain: LifeDomain;
  readonly memberId: string | null;
  readonly view: ScoreView;
  readonly points: readonly SeriesPoint[];
  readonly change: Change;
}

/** What was not corrected, oldest first; of one day in the order in which it was written down. */
export function standing<R extends ScoreRound>(rounds: readonly R[]): readonly R[] {
  const corrected = new Set(rounds.map(({ correctsId }) => correctsId));
  return rounds.filter(({ id }) => !corrected.has(id)).toSorted((a, b) => a.measuredOn.localeCompare(b.measuredOn) || a.id.localeCompare(b.id));
}

const labelOf = (scales: readonly ScoreScale[], version: number, step: number): string =>
  scales.find((scale) => scale.version === version)?.steps.find((one) => one.step === step)?.label ?? String(step);

/** The lines of the picture, from the measurements that stand. */
export function seriesOf(rounds: readonly ScoreRound[], scales: readonly ScoreScale[]): readonly ScoreSeries[] {
  const lines = new Map<string, { domain: LifeDomain; memberId: string | null; view: ScoreView; points: Omit<SeriesPoint, 'place'>[] }>();
  for (const { id, moment, measuredOn, view, memberId, scaleVersion, scores } of standing(rounds)) {
    for (const { domain, step } of scores) {
      const key = [domain, memberId, view].join();
      const line = lines.get(key) ?? { domain, memberId, view, points: [] };
      line.points.push({ roundId: id, moment, measuredOn, scaleVersion, step, label: labelOf(scales, scaleVersion, step) });
      lines.set(key, line);
    }
  }
  return [...lines.values()].map(({ points, ...line }) => {
    const latest = points.at(-1)?.scaleVersion ?? 0;
    return { ...line, points: points.map((point) => ({ ...point, place: stepOn(scales, point.step, point.scaleVersion, latest) })), change: changeOf(points, scales) };
  });
}
