import { describe, expect, it } from '@jest/globals';
import { localDate as d } from '#kernel';
import { firstRung, type LadderRung, nextRung, startOfWork } from './answer-due.js';

const say = (rung: LadderRung | undefined): string => (rung ? `${rung.step} ${rung.at.toISOString()}` : 'nothing more');

/** Every step of one referral, each taken on its own alarm. */
function climb(requestedOn: string, threatening: boolean): string[] {
  const steps: string[] = [];
  let rung: LadderRung | undefined = firstRung(d(requestedOn), threatening);
  while (rung) {
    steps.push(say(rung));
    rung = nextRung({ requestedOn: d(requestedOn), threatening, step: rung.step, takenAt: rung.at });
  }
  return steps;
}

describe('what happens while no answer comes', () => {
  it('asked on a Monday in winter time', () => {
    expect(climb('2026-11-23', false)).toEqual([
      'remind-partner 2026-11-30T08:00:00.000Z', 'tell-regisseur 2026-12-01T08:00:00.000Z',
      'tell-team-lead 2026-12-03T08:00:00.000Z', 'expire 2026-12-07T08:00:00.000Z',
    ]);
  });

  it('asked on a Thursday before the clock goes back, when eviction threatens', () => {
    expect(climb('2026-10-22', true)).toEqual([
      'remind-partner 2026-10-26T08:00:00.000Z', 'tell-regisseur 2026-10-28T08:00:00.000Z',
      'tell-team-lead 2026-10-28T08:00:00.000Z', 'expire 2026-10-29T08:00:00.000Z',
    ]);
  });

  it('asked on a Monday in summer time', () => {
    expect(climb('2026-06-01', false)[1]).toBe('tell-regisseur 2026-06-09T07:00:00.000Z');
  });

  it('asked in the week before Christmas', () => {
    expect(climb('2026-12-21', false)[1]).toBe('tell-regisseur 2026-12-30T08:00:00.000Z');
  });

  it.each([
    ['the partner is reminded weeks too late: the regisseur hears it a working day later', 'remind-partner', 'tell-regisseur 2026-12-21T08:00:00.000Z'],
    ['the regisseur hears it weeks too late: so does the team lead, a working day later', 'tell-regisseur', 'tell-team-lead 2026-12-21T08:00:00.000Z'],
    ['nothing expires on the day on which the team lead hears of it', 'tell-team-lead', 'expire 2026-12-21T08:00:00.000Z'],
    ['after the last step there is nothing more', 'expire', 'nothing more'],
  ] as const)('%s', (_title, step, expected) => {
    const friday = new Date('2026-12-18T14:00:00Z');
    expect(say(nextRung({ requestedOn: d('2026-11-23'), threatening: false, step, takenAt: friday }))).toBe(expected);
  });

  it('starts at nine, in summer and winter time', () => {
    expect([startOfWork(d('2026-03-28')), startOfWork(d('2026-03-29'))].map((at) => at.toISOString())).toEqual([
      '2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z',
    ]);
  });
});
