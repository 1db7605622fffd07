import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passBand, wouldBeAbove } from './caseload-band.js';
import { spreadByBand, type Taker } from './caseload-spread.js';

const band = { bandMin: 2, bandMax: 5 };
const [lead, regisseur] = [{ roles: ['team-lead'] as const }, { roles: ['regisseur'] as const }];

describe('the band of a team', () => {
  it.each([
    [3, 0, false],
    [4, 0, false],
    [5, 0, true],
    [3, 1, false],
    [4, 1, true],
  ])('%i families and %i on the way: one more is above it: %s', (caseload, coming, above) => {
    expect(wouldBeAbove({ caseload, coming }, band)).toBe(above);
  });

  it('is passed by the team lead with a reason, and by nobody else', () => {
    const full = { caseload: 5, coming: 0 };
    expect(passBand(lead, full, band, 'Kent het gezin al.')).toBe('Kent het gezin al.');
    expect(() => passBand(lead, full, band, '  ')).toThrow('krijgt dan 6 gezinnen. De bovengrens van het team is 5.');
    expect(() => passBand(regisseur, full, band, 'Ik wil het zelf.')).toThrow('vraag de teamleider');
  });

  it('asks nothing below it, and keeps no reason that was not needed', () => {
    expect(passBand(lead, { caseload: 1, coming: 0 }, band, 'Voor de zekerheid.')).toBeNull();
    expect(passBand(regisseur, { caseload: 99, coming: 9 }, null, undefined)).toBeNull();
  });
});

const taker = (id: string, caseload: number, bandMax = 5): Taker => ({ id, caseload, coming: 0, bandMin: 2, bandMax });

describe('spreading the families of somebody who leaves', () => {
  it('goes to who has the most room, one by one', () => {
    expect([...spreadByBand(['a', 'b', 'c'], [taker('anna', 2), taker('lars', 3)])]).toEqual([['a', 'anna'], ['b', 'anna'], ['c', 'lars']]);
  });

  it('names nobody when all are full', () => {
    expect([...spreadByBand(['a', 'b'], [taker('anna', 4)])]).toEqual([['a', 'anna'], ['b', null]]);
    expect([...spreadByBand(['a'], [])]).toEqual([['a', null]]);
  });

  it('never passes a band, loses no family, and leaves nobody out who still has room', () => {
    const takers = fc.uniqueArray(fc.record({ id: fc.uuid(), caseload: fc.nat(8), coming: fc.nat(3), bandMin: fc.constant(2), bandMax: fc.integer({ min: 2, max: 10 }) }), { selector: ({ id }) => id, maxLength: 5 });
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), takers, (families, people) => {
      const spread = spreadByBand(families, people);
      expect([...spread.keys()]).toEqual(families);
      const got = (id: string) => [...spread.values()].filter((one) => one === id).length;
      for (const { id, caseload, coming, bandMax } of people) if (got(id) > 0) expect(caseload + coming + got(id)).toBeLessThanOrEqual(bandMax);
      if ([...spread.values()].includes(null)) for (const { id, caseload, coming, bandMax } of people) expect(caseload + coming + got(id)).toBeGreaterThanOrEqual(bandMax);
    }));
  });
});
