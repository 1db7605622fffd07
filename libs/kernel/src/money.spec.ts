import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cents, formatEuro, parseEuro, sumCents } from './index.js';

describe('money in cents', () => {
  it.each([
    ['1.050,00', 105_000],
    ['1050', 105_000],
    ['1.050', 105_000],
    ['€ 12,50', 1_250],
    ['10,-', 1_000],
    ['0,05', 5],
    ['1.234.567,89', 123_456_789],
  ])('reads %s', (text, value) => {
    expect(parseEuro(text)).toBe(value);
  });

  it.each(['', '1,5', '12.50', '1.05', '1,050.00', '-5,00', 'tien', '1.0500', '5,001'])('does not guess at "%s"', (text) => {
    expect(() => parseEuro(text)).toThrow('1.050,00');
  });

  it.each([
    [105_000, '€ 1.050,00'],
    [5, '€ 0,05'],
    [0, '€ 0,00'],
    [-1_250, '-€ 12,50'],
  ])('writes %i cents as %s', (value, text) => {
    expect(formatEuro(value)).toBe(text);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (value) => {
        expect(parseEuro(formatEuro(value))).toBe(value);
      }),
    );
  });

  it('refuses parts of a cent', () => {
    expect(() => cents(10.5)).toThrow();
    expect(sumCents([10, 20])).toBe(30);
  });
});
