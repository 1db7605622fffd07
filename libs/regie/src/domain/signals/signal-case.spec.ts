import { describe, expect, it } from '@jest/globals';
import { addDays, localDate as d } from '#kernel';
import { signalSettings } from './settings.js';
import { firstTalkBy, visitProblems } from './signal-case.policy.js';
import { isSignalClosed, SIGNAL_ACTION_NAMES, signalCase, type SignalAction, type SignalState } from './signal-case.states.js';
import { countYear } from './year-count.js';

const TRIED = { tries: 3 };

const TABLE: Record<SignalState, Partial<Record<SignalAction, SignalState>>> = {
  new: { 'plan-visit': 'visit-planned', 'send-letter': 'not-reached', 'call-missed': 'not-reached', 'call-reached': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped' },
  'visit-planned': {
    'plan-visit': 'visit-planned', 'visit-done': 'spoken', 'not-at-home': 'not-reached', 'refused-at-door': 'no-help', 'send-letter': 'visit-planned', 'call-missed': 'visit-planned',
    'call-reached': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped',
  },
  'not-reached': { 'plan-visit': 'visit-planned', 'send-letter': 'not-reached', 'call-missed': 'not-reached', 'give-up': 'given-up', 'call-reached': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped' },
  spoken: { 'plan-visit': 'visit-planned', 'send-letter': 'spoken', 'call-reached': 'spoken', 'call-missed': 'spoken', 'accept-help': 'waiting-list', 'decline-help': 'no-help', 'mark-helped': 'already-helped' },
  'waiting-list': {}, 'no-help': {}, 'already-helped': {}, 'given-up': {},
};

describe('following up an early signal', () => {
  const every = signalCase.stateNames.flatMap((state) => SIGNAL_ACTION_NAMES.map((action) => [state, action] as const));
  it.each(every)('%s → %s', (state, action) => {
    const next = TABLE[state][action];
    if (next) expect(signalCase.transition(state, action, TRIED)).toBe(next);
    else expect(() => signalCase.transition(state, action, TRIED)).toThrow(/Dit signaal is nu: /);
  });

  it('nobody stops trying before the third time', () => {
    expect(() => signalCase.transition('not-reached', 'give-up', { tries: 2 })).toThrow('Probeer het eerst 3 keer');
    expect(signalCase.allowedTransitions('not-reached', { tries: 2 })).not.toContain('give-up');
  });

  it('is over when nothing can follow', () => {
    expect(signalCase.stateNames.filter(isSignalClosed)).toEqual(['waiting-list', 'no-help', 'already-helped', 'given-up']);
  });

  it.each([
    ['ordinary: four weeks', '2026-11-23', false, '2026-12-21'],
    ['ending on a holiday', '2026-11-27', false, '2026-12-28'],
    ['threatening: three working days', '2026-11-20', true, '2026-11-25'],
  ] as const)('the first talk, %s', (_, received, threatening, due) => {
    expect(firstTalkBy(d(received), threatening)).toBe(due);
  });

  it.each([[0, true, []], [-1, true, ['visitOn']], [93, true, ['visitOn']], [1, false, ['visitorId']]] as const)('a visit in %s days, by a colleague: %s', (days, colleague, fields) => {
    expect(visitProblems(addDays(d('2026-11-23'), days), colleague, d('2026-11-23')).map(({ name }) => name)).toEqual(fields);
  });
});

describe('the count of home visits', () => {
  const counts = { spoken: 10, refused: 2, notAtHome: 6 };
  it.each([
    [20, 'In 2026 zijn er 12 huisbezoeken gedaan. Het doel is 20: nog 8.'],
    [12, 'In 2026 zijn er 12 huisbezoeken gedaan. Het doel van 12 is gehaald.'],
    [undefined, 'In 2026 zijn er 12 huisbezoeken gedaan. De gemeente heeft geen doel ingesteld.'],
    ['20', 'In 2026 zijn er 12 huisbezoeken gedaan. De gemeente heeft geen doel ingesteld.'],
  ])('against the target %s', (homeVisitsPerYear, sentence) => {
    expect(countYear(2026, counts, signalSettings({ homeVisitsPerYear }), false)).toMatchObject({ visits: 12, refused: 2, notAtHome: 6, sentence });
  });

  it('leaves small numbers out for who is not in the team', () => {
    expect(countYear(2026, { spoken: 3, refused: 1, notAtHome: 0 }, { homeVisitsPerYear: 20 }, true)).toMatchObject({ visits: null, refused: null, notAtHome: 0, sentence: 'In 2026 zijn er minder dan 5 huisbezoeken gedaan.' });
  });
});
