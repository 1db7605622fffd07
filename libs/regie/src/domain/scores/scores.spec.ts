import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { changeOf, seriesOf, type Measurement, type MeasurementContext, measurementProblems, type NewScale, scaleOn, scaleProblems, type ScoreRound, type ScoreScale, stepOn } from './index.js';

const steps = (...labels: string[]) => labels.map((label, at) => ({ step: at + 1, label, description: label }));
const scale = (version: number, validFrom: string, more: Partial<ScoreScale> = {}): ScoreScale => ({
  id: `scale-${version}`, name: 'Hoe gaat het?', version, validFrom: d(validFrom), steps: steps('niet', 'moeilijk', 'wisselend', 'meestal', 'goed'),
  domains: ['finances', 'housing'], mapsPrevious: null, ...more,
});
const THREE = [
  scale(1, '2026-01-01'),
  scale(2, '2026-06-01', { steps: steps('slecht', 'matig', 'goed'), mapsPrevious: [1, 1, 2, 3, 3] }),
  scale(3, '2026-09-01', { mapsPrevious: null }),
];

describe('which scale holds', () => {
  it.each([
    ['2025-12-31', undefined], ['2026-01-01', 1], ['2026-05-31', 1], ['2026-06-01', 2], ['2026-08-31', 2], ['2027-01-01', 3],
  ])('on %s: version %s', (day, version) => {
    expect(scaleOn(THREE, d(day))?.version).toBe(version);
  });
});

describe('a step of an older scale on a newer one', () => {
  it.each([
    ['the same version', 3, 1, 1, 3],
    ['as the new version says', 2, 1, 2, 1],
    ['as the new version says, the best', 5, 1, 2, 3],
    ['the next version says nothing', 2, 2, 3, null],
    ['through a version that says nothing', 5, 1, 3, null],
    ['backwards nobody says anything', 3, 2, 1, null],
  ])('%s: step %i of %i on %i is %s', (_, step, from, to, expected) => {
    expect(stepOn(THREE, step, from, to)).toBe(expected);
  });
});

describe('first and latest', () => {
  const at = (measuredOn: string, scaleVersion: number, step: number) => ({ measuredOn: d(measuredOn), scaleVersion, step });
  it.each([
    ['one measurement', [at('2026-02-01', 1, 2)], 'once'],
    ['a higher step', [at('2026-02-01', 1, 2), at('2026-04-01', 1, 1), at('2026-05-01', 1, 4)], 'better'],
    ['the same step', [at('2026-02-01', 1, 2), at('2026-05-01', 1, 2)], 'same'],
    ['a lower step', [at('2026-02-01', 1, 3), at('2026-05-01', 1, 2)], 'worse'],
    ['over a new version that follows from the old: 2 of 5 was 1 of 3', [at('2026-02-01', 1, 2), at('2026-07-01', 2, 1)], 'same'],
    ['over a new version, a lower number that is no step back', [at('2026-02-01', 1, 4), at('2026-07-01', 2, 3)], 'same'],
    ['over a version that does not follow', [at('2026-02-01', 1, 2), at('2026-10-01', 3, 5)], 'other-scale'],
  ] as const)('%s: %s', (_, points, expected) => {
    expect(changeOf(points, THREE)).toBe(expected);
  });
});

describe('a next version of the scale', () => {
  const today = d('2026-11-23');
  const next = (more: Partial<NewScale> = {}): NewScale => ({ name: 'Nieuw', validFrom: today, domains: ['finances'], mapsPrevious: null, steps: steps('laag', 'midden', 'hoog'), ...more });
  const problems = (more: Partial<NewScale>) => scaleProblems(next(more), THREE[0]!, today).map(({ name }) => name);

  it.each<[string, Partial<NewScale>, string[]]>([
    ['right', {}, []],
    ['with steps that follow from the old', { mapsPrevious: [1, 1, 2, 3, 3] }, []],
    ['from yesterday', { validFrom: d('2026-11-22') }, ['validFrom']],
    ['of two steps', { steps: steps('laag', 'hoog') }, ['steps']],
    ['of eleven steps', { steps: steps(...'abcdefghijk') }, ['steps']],
    ['with one name twice', { steps: steps('laag', 'Laag ', 'hoog') }, ['steps']],
    ['without a life domain', { domains: [] }, ['domains']],
    ['that forgets an old step', { mapsPrevious: [1, 2, 3, 3] }, ['mapsPrevious']],
    ['that points past its own steps', { mapsPrevious: [1, 1, 2, 3, 4] }, ['mapsPrevious']],
    ['that turns progress around', { mapsPrevious: [3, 2, 2, 1, 1] }, ['mapsPrevious']],
  ])('%s', (_, more, expected) => {
    expect(problems(more)).toEqual(expected);
  });

  it('starts after the one before it', () => {
    expect(scaleProblems(next(), scale(4, '2026-11-23'), today)).toEqual([{ name: 'validFrom', message: 'De nieuwe schaal gaat in na de vorige.' }]);
  });
});

describe('a measurement', () => {
  const context: MeasurementContext = { today: d('2026-11-23'), reportedOn: d('2026-09-01'), birthDate: d('2026-10-10'), leftOn: null, scale: THREE[0] };
  const measured: Measurement = {
    moment: 'start', measuredOn: d('2026-11-01'), view: 'family', scaleId: 'scale-1', scores: [{ domain: 'finances', step: 2, reason: 'Er is een betalingsregeling.' }],
  };
  const score = measured.scores[0]!;

  it.each<[string, Partial<Measurement>, Partial<MeasurementContext>, string[]]>([
    ['right', {}, {}, []],
    ['of today', { measuredOn: d('2026-11-23') }, {}, []],
    ['of tomorrow', { measuredOn: d('2026-11-24') }, {}, ['measuredOn']],
    ['of before the report', { measuredOn: d('2026-08-31') }, { birthDate: null }, ['measuredOn']],
    ['of before the birth', { measuredOn: d('2026-10-09') }, {}, ['measuredOn']],
    ['of after the person left', {}, { leftOn: d('2026-10-31') }, ['measuredOn']],
    ['of the day on which the person left', {}, { leftOn: d('2026-11-01') }, []],
    ['of the family as a whole', { measuredOn: d('2026-10-09') }, { birthDate: null }, []],
    ['without a domain', { scores: [] }, {}, ['scores']],
    ['with a domain that the scale does not know', { scores: [{ ...score, domain: 'justice' }] }, {}, ['scores.0.domain']],
    ['with a domain twice', { scores: [score, score] }, {}, ['scores.1.domain']],
    ['with a step that is not there', { scores: [{ ...score, step: 6 }] }, {}, ['scores.0.step']],
    ['without a reason', { scores: [{ ...score, reason: '  ' }] }, {}, ['scores.0.reason']],
    ['with another scale than holds on that day', { scaleId: 'scale-2' }, {}, ['scaleId']],
    ['of a day without a scale', {}, { scale: undefined }, ['measuredOn']],
  ])('%s', (_, more, about, expected) => {
    expect(measurementProblems({ ...measured, ...more }, { ...context, ...about }).map(({ name }) => name)).toEqual(expected);
  });
});

describe('the lines of the picture', () => {
  const round = (id: string, measuredOn: string, step: number, more: Partial<ScoreRound> = {}): ScoreRound => ({
    id, memberId: null, moment: 'interim', measuredOn: d(measuredOn), view: 'family', scaleVersion: 1, correctsId: null, scores: [{ domain: 'finances', step, reason: 'r' }], ...more,
  });
  const picture = (...rounds: ScoreRound[]) => seriesOf(rounds, THREE).map(({ view, memberId, points, change }) => ({ view, memberId, places: points.map(({ place }) => place), change }));

  it('keep the views and the people apart', () => {
    expect(picture(round('1', '2026-02-01', 2), round('2', '2026-02-01', 3, { view: 'regisseur' }), round('3', '2026-02-01', 1, { memberId: 'anna' }), round('4', '2026-04-01', 4))).toEqual([
      { view: 'family', memberId: null, places: [2, 4], change: 'better' },
      { view: 'regisseur', memberId: null, places: [3], change: 'once' },
      { view: 'family', memberId: 'anna', places: [1], change: 'once' },
    ]);
  });

  it('show what was corrected once, in its own place in time', () => {
    expect(picture(round('1', '2026-02-01', 5), round('2', '2026-04-01', 3), round('3', '2026-01-15', 1, { correctsId: '1' }))).toEqual([
      { view: 'family', memberId: null, places: [1, 3], change: 'better' },
    ]);
  });

  it('leave a place open for what was measured with another scale', () => {
    expect(picture(round('1', '2026-02-01', 5), round('2', '2026-10-01', 3, { scaleVersion: 3 }))[0]).toMatchObject({ places: [null, 3], change: 'other-scale' });
  });
});
