import { describe, expect, it } from '@jest/globals';
import { addDays, type Actor, localDate as d } from '#kernel';
import { callProblems, mayUndoCall, urgencyProblems } from './contact.js';
import { WAITING_DEFAULTS, waitingSettings } from './settings.js';
import { judgeWaiting } from './target.js';

const TODAY = d('2026-11-23');

describe('the target of a municipality', () => {
  it.each<[string, unknown, object]>([
    ['nothing set', undefined, WAITING_DEFAULTS],
    ['null', null, WAITING_DEFAULTS],
    ['one urgency set', { targetDays: { hoog: 7 } }, { ...WAITING_DEFAULTS, targetDays: { ...WAITING_DEFAULTS.targetDays, hoog: 7 } }],
    ['nonsense', { targetDays: { spoed: 0, hoog: '7', laag: 1.5, normaal: 1e9 }, callEveryDays: 'x' }, WAITING_DEFAULTS],
    ['how often to call', { targetDays: null, callEveryDays: 10 }, { ...WAITING_DEFAULTS, callEveryDays: 10 }],
  ])('%s', (_, part, settings) => {
    expect(waitingSettings(part)).toEqual(settings);
  });

  it.each([
    ['within the target, called in time', 'hoog', 14, 3, { waitingDays: 14, targetDays: 14, overTargetDays: 0, callOverdue: false }],
    ['a day over it', 'hoog', 15, 21, { waitingDays: 15, targetDays: 14, overTargetDays: 1, callOverdue: false }],
    ['called too long ago', 'laag', 40, 22, { waitingDays: 40, targetDays: 84, overTargetDays: 0, callOverdue: true }],
    ['never called, just reported', 'normaal', 5, null, { waitingDays: 5, targetDays: 42, overTargetDays: 0, callOverdue: false }],
    ['never called', 'normaal', 22, null, { waitingDays: 22, targetDays: 42, overTargetDays: 0, callOverdue: true }],
  ] as const)('%s', (_, urgency, days, calledAgo, judgement) => {
    const state = { urgency, waitingSince: addDays(TODAY, -days), lastCalledOn: calledAgo === null ? null : addDays(TODAY, -calledAgo) };
    expect(judgeWaiting(state, WAITING_DEFAULTS, TODAY)).toEqual(judgement);
  });
});

describe('a call to a waiting family', () => {
  it.each([
    ['today, nothing more', 0, null, []],
    ['with a next try', -2, 7, []],
    ['tomorrow', 1, null, ['calledOn']],
    ['too long ago', -32, null, ['calledOn']],
    ['the next try today', 0, 0, ['nextTryOn']],
    ['the next try in a year', 0, 365, ['nextTryOn']],
  ] as const)('%s', (_, called, next, fields) => {
    expect(callProblems({ calledOn: addDays(TODAY, called), nextTryOn: next === null ? null : addDays(TODAY, next) }, TODAY).map(({ name }) => name)).toEqual(fields);
  });

  it.each([
    ['the own call of today', 'me', 0, false, true],
    ['that of a colleague', 'other', 0, false, false],
    ['one of yesterday', 'me', -1, false, false],
    ['one that is undone already', 'me', 0, true, false],
  ] as const)('is taken back: %s', (_, calledBy, day, undone, allowed) => {
    expect(mayUndoCall({ userId: 'me' } as Actor, { calledBy, notedOn: addDays(TODAY, day), undone }, TODAY).allowed).toBe(allowed);
  });

  it('an urgency that it has already is no change', () => {
    expect([urgencyProblems({ from: 'hoog', to: 'hoog' }).length, urgencyProblems({ from: 'hoog', to: 'spoed' }).length]).toEqual([1, 0]);
  });
});
