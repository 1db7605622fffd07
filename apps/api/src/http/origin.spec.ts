import { describe, expect, it } from '@jest/globals';
import { originOf } from './origin.js';

describe('from where a request came', () => {
  it.each([
    ['an address', '10.1.2.3', 'web 10.1.2.3'],
    ['an IPv4 address in the clothes of IPv6', '::ffff:10.1.2.3', 'web 10.1.2.3'],
    ['IPv6 in full', '2001:0DB8:0000:0000:0000:0000:0000:0001', 'web 2001:db8::1'],
    ['IPv6 with the card of the machine', 'fe80::1%eth0', 'web fe80::1'],
    ['what a proxy header made up', '<script>', 'web unknown'],
    ['nothing', '', 'web unknown'],
  ])('spells %s in one way', (_what, ip, origin) => {
    expect(originOf({ ip, headers: {} })).toBe(origin);
  });

  it('says whether a browser or a system with a token asked', () => {
    expect(originOf({ ip: '10.1.2.3', headers: { authorization: 'Bearer x' } })).toBe('api 10.1.2.3');
  });
});
