import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { URGENCIES } from '#households/domain';
import { addDays, localDate as d } from '#kernel';
import { aheadOf, compareTurns, orderOf, placeOf, type WaitingTurn, whyThisPlace } from './order.js';

const turn = (id: string, urgency: WaitingTurn['urgency'], since: string): WaitingTurn => ({ id, urgency, waitingSince: d(since) });
const anyTurn = fc.record({ id: fc.uuid(), urgency: fc.constantFrom(...URGENCIES), waitingSince: fc.nat(400).map((days) => addDays(d('2025-06-01'), days)) });

describe('whose turn it is', () => {
  it('puts urgency first, then who waits longest, then the id', () => {
    const list = [turn('c', 'normaal', '2026-01-01'), turn('e', 'spoed', '2026-11-20'), turn('b', 'hoog', '2026-09-01'), turn('a', 'hoog', '2026-09-01'), turn('d', 'laag', '2025-01-01')];
    expect(orderOf(list).map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });

  it('is a total order', () => {
    fc.assert(fc.property(anyTurn, anyTurn, anyTurn, (a, b, c) => {
      expect(Math.sign(compareTurns(a, b)) + Math.sign(compareTurns(b, a))).toBe(0);
      if (compareTurns(a, b) <= 0 && compareTurns(b, c) <= 0) expect(compareTurns(a, c)).toBeLessThanOrEqual(0);
    }));
  });

  it('gives every family the place that it has in the list', () => {
    fc.assert(fc.property(fc.uniqueArray(anyTurn, { maxLength: 20, selector: ({ id }) => id }), (list) => {
      expect(orderOf(list).map((one) => placeOf(aheadOf(one, list)))).toEqual(list.map((_, at) => at + 1));
    }));
  });

  it.each([
    [{ moreUrgent: 0, waitLonger: 0 }, 'Staat op plaats 1, met urgentie hoog. Niemand gaat voor. Spoed gaat voor; daarna telt hoe lang een gezin wacht.'],
    [{ moreUrgent: 3, waitLonger: 0 }, 'Staat op plaats 4, met urgentie hoog. Ervoor: 3 gezinnen hebben meer haast. Spoed gaat voor; daarna telt hoe lang een gezin wacht.'],
    [{ moreUrgent: 1, waitLonger: 1 }, 'Staat op plaats 3, met urgentie hoog. Ervoor: 1 gezin heeft meer haast en 1 gezin wacht langer met dezelfde urgentie. Spoed gaat voor; daarna telt hoe lang een gezin wacht.'],
  ])('says why: %j', (ahead, sentence) => {
    expect(whyThisPlace({ urgency: 'hoog' }, ahead)).toBe(sentence);
  });
});
