import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDomainError } from '#kernel';
import { appendToLedger, foldLedger, type Ledger, LEDGER_KINDS, type LedgerEntry, type LedgerKind, openLedger } from './ledger.js';

const entry = (kind: LedgerKind, amountCents: number, requestId = 'r1'): LedgerEntry => ({ kind, amountCents, requestId });
const sums = ({ reserved, committed, paid, available }: Ledger) => [reserved, committed, paid, available];

describe('the money of a fund', () => {
  it.each([
    ['nothing yet', [], [0, 0, 0, 1000]],
    ['reserved', [entry('reserve', 400)], [400, 0, 0, 600]],
    ['promised', [entry('reserve', 400), entry('commit', 400)], [0, 400, 0, 600]],
    ['paid in two parts', [entry('reserve', 400), entry('commit', 400), entry('pay', 150), entry('pay', 250)], [0, 0, 400, 600]],
    ['what was not needed comes back', [entry('reserve', 400), entry('commit', 300), entry('release', 100)], [0, 300, 0, 700]],
    ['release takes the reserved part first', [entry('reserve', 400), entry('commit', 300), entry('release', 150)], [0, 250, 0, 750]],
    ['a payment that came back', [entry('reserve', 400), entry('commit', 400), entry('pay', 400), entry('reverse', 400)], [0, 0, 0, 1000]],
    ['exactly to the ceiling', [entry('reserve', 400), entry('reserve', 600, 'r2')], [1000, 0, 0, 0]],
  ])('%s', (_title, entries, expected) => {
    expect(sums(foldLedger(1000, entries))).toEqual(expected);
  });

  it.each([
    ['no more than the fund has', [entry('reserve', 1001)], 'niet genoeg geld'],
    ['no more than the fund has together', [entry('reserve', 600), entry('reserve', 401, 'r2')], 'niet genoeg geld'],
    ['what was paid is gone', [entry('reserve', 1000), entry('commit', 1000), entry('pay', 1000), entry('reserve', 1)], 'niet genoeg geld'],
    ['no promise without a reservation', [entry('commit', 1)], 'niet gereserveerd'],
    ['no promise on the reservation of another', [entry('reserve', 400), entry('commit', 400, 'r2')], 'niet gereserveerd'],
    ['no payment without a promise', [entry('reserve', 400), entry('pay', 400)], 'niet toegezegd'],
    ['no payment twice', [entry('reserve', 400), entry('commit', 400), entry('pay', 400), entry('pay', 400)], 'niet toegezegd'],
    ['no release of what is paid', [entry('reserve', 400), entry('commit', 400), entry('pay', 400), entry('release', 1)], 'niet meer open'],
    ['no reversal of what is not paid', [entry('reserve', 400), entry('reverse', 400)], 'niet betaald'],
    ['no zero', [entry('reserve', 0)], 'meer dan 0'],
    ['no negative amount', [entry('reserve', -5)], 'meer dan 0'],
    ['no part of a cent', [entry('reserve', 1.5)], 'meer dan 0'],
  ])('%s', (_title, entries, reason) => {
    expect(() => foldLedger(1000, entries)).toThrow(reason);
  });

  const anyEntry = fc.record({
    kind: fc.constantFrom(...(Object.keys(LEDGER_KINDS) as LedgerKind[])),
    requestId: fc.constantFrom('r1', 'r2', 'r3'),
    amountCents: fc.integer({ min: 1, max: 500 }),
  });

  it('whatever is tried, nothing gets below zero, nothing above the ceiling, no cent appears or is lost', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 60 }), (entries) => {
        let ledger = openLedger(1000);
        for (const each of entries) {
          try {
            ledger = appendToLedger(ledger, each);
          } catch (error) {
            expect(isDomainError(error)).toBe(true);
          }
          expect(Math.min(...sums(ledger))).toBeGreaterThanOrEqual(0);
          expect(sums(ledger).reduce((a, b) => a + b, 0)).toBe(1000);
          const perRequest = [...ledger.positions.values()];
          expect(perRequest.reduce((total, { reserved }) => total + reserved, 0)).toBe(ledger.reserved);
          expect(perRequest.every((at) => at.reserved >= 0 && at.committed >= 0 && at.paid >= 0)).toBe(true);
        }
      }),
    );
  });

  it('a refused entry changes nothing', () => {
    const ledger = foldLedger(1000, [entry('reserve', 400)]);
    expect(() => appendToLedger(ledger, entry('reserve', 700))).toThrow();
    expect(sums(ledger)).toEqual([400, 0, 0, 600]);
  });
});
