import { expect, it } from '@jest/globals';
import { holdsBsn, withoutBsn } from './bsn.js';

it.each([
  ['Haar BSN is 999990019.', 'Haar BSN is [BSN].'],
  ['(999990019)', '([BSN])'],
  ['Met punten 9999.90.019 of spaties 999 990 019', 'Met punten [BSN] of spaties [BSN]'],
  ['Zonder de nul: 10000008', 'Zonder de nul: [BSN]'],
  ['999990019 en 111222333', '[BSN] en [BSN]'],
  ['Zaak 123456789 is geen BSN', 'Zaak 123456789 is geen BSN'],
  ['Bel 0612345678 of +31612345678', 'Bel 0612345678 of +31612345678'],
  ['Op 12-04-1988 en 2026-000123', 'Op 12-04-1988 en 2026-000123'],
  ['€ 1.250.000', '€ 1.250.000'],
  ['', ''],
])('%j without BSN is %j', (text, expected) => expect(withoutBsn(text)).toBe(expected));

it.each([
  ['Haar BSN is 999990019.', true], ['Met punten 9999.90.019', true], ['Zaak 123456789 is geen BSN', false],
  ['Bel 0612345678', false], ['Gebeld op 02-11-2026 en 18-11-2026', false], ['', false],
])('%j holds a BSN: %s', (text, expected) => expect(holdsBsn(text)).toBe(expected));
