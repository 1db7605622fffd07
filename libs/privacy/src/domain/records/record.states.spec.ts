import { describe, expect, it } from '@jest/globals';
import { helpAgreement, secrecyRelease } from './record.states.js';

describe.each(secrecyRelease.stateNames)('a release of secrecy that is %s', (state) => {
  const live = state === 'active' || state === 'proposed';
  it(`${live ? 'can' : 'can not'} be withdrawn, whatever else is true of it`, () => {
    for (const periodOver of [true, false]) {
      const withdraw = () => secrecyRelease.transition(state, 'withdraw', { periodOver });
      if (live) expect(withdraw()).toBe('withdrawn');
      else expect(withdraw).toThrow();
    }
  });
  it(`${live ? 'expires only when its period is over' : 'does not expire'}`, () => {
    if (live) expect(secrecyRelease.transition(state, 'expire', { periodOver: true })).toBe('expired');
    expect(() => secrecyRelease.transition(state, 'expire', { periodOver: false })).toThrow();
  });
});

describe.each(helpAgreement.stateNames)('an agreement to be helped that is %s', (state) => {
  const live = state === 'active' || state === 'proposed';
  it(`${live ? 'can' : 'can not'} be withdrawn`, () => {
    const withdraw = () => helpAgreement.transition(state, 'withdraw', {});
    if (live) expect(withdraw()).toBe('withdrawn');
    else expect(withdraw).toThrow();
  });
});
