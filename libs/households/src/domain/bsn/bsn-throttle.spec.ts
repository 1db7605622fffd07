import { expect, it } from '@jest/globals';
import { alertHour, mayLookOnceMore } from './bsn-throttle.js';

it.each([[0, 20, true], [19, 20, true], [20, 20, false], [21, 20, false], [0, 0, false]])('after %i looks with a limit of %i one more: %s', (looks, limit, fits) => {
  expect(mayLookOnceMore(looks, limit)).toBe(fits);
});

it('one hour gives one alert', () => {
  expect(alertHour(new Date('2026-11-23T10:00:00Z'))).toBe(alertHour(new Date('2026-11-23T10:59:59Z')));
  expect(alertHour(new Date('2026-11-23T10:59:59Z'))).not.toBe(alertHour(new Date('2026-11-23T11:00:00Z')));
});
