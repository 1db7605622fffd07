import { describe, expect, it } from '@jest/globals';
import { byDomain, dotsOf, heightOf, rowOf, spanOf, versionOf } from './picture.js';

const point = (measuredOn: string, place: number | null, scaleVersion = 1) => ({ roundId: 'r', moment: 'interim' as const, measuredOn, scaleVersion, step: place ?? 1, label: `stap ${place}`, place });

describe('the picture of an area of life', () => {
  it('puts the highest step on top and the days in their place', () => {
    const points = [point('2026-01-01', 1), point('2026-01-31', 5), point('2026-03-02', 3)];
    const dots = dotsOf({ points }, 5, spanOf([{ points }]));
    expect(dots.map(({ y }) => y)).toEqual([rowOf(1, 5), rowOf(5, 5), rowOf(3, 5)]);
    expect(rowOf(5, 5)).toBeLessThan(rowOf(1, 5));
    expect(dots[1]!.x - dots[0]!.x).toBe(dots[2]!.x - dots[1]!.x);
    for (const { x, y } of dots) expect(x > 142 && x < 310 && y > 0 && y < heightOf(5)).toBe(true);
  });

  it('puts one day in the middle, and leaves out what was measured with another scale', () => {
    const points = [point('2026-01-01', null), point('2026-01-01', 2, 2)];
    expect(dotsOf({ points }, 3, spanOf([{ points }]))).toEqual([expect.objectContaining({ x: 226, label: 'stap 2' })]);
    expect(versionOf([{ points }])).toBe(2);
  });

  it('lays both views of one area together, in the order of the scale', () => {
    const one = (domain: 'housing' | 'finances', view: 'family' | 'regisseur') => ({ domain, view });
    const pictures = byDomain([one('housing', 'regisseur'), one('finances', 'family'), one('housing', 'family')], ['finances', 'housing']);
    expect(pictures).toEqual([[one('finances', 'family')], [one('housing', 'family'), one('housing', 'regisseur')]]);
  });
});
