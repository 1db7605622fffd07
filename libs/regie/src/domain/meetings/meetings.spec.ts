import { describe, expect, it } from '@jest/globals';
import { agendaProblems, type AgendaPoint } from './agenda.js';
import { minutesDueOn, readableUntil } from './meeting.moments.js';
import { allowedMeetingTransitions, meeting, type MeetingAction, type MeetingState, transitionMeeting } from './meeting.states.js';

const expected: Record<MeetingState, Partial<Record<MeetingAction, MeetingState>>> = {
  planned: { 'set-agenda': 'planned', hold: 'held', cancel: 'cancelled' },
  held: { 'write-minutes': 'held', decide: 'held', close: 'closed' },
  closed: { correct: 'closed' },
  cancelled: {},
};
const fine = { plannedAt: new Date('2026-11-23T09:00:00Z'), now: new Date('2026-11-23T10:00:00Z'), points: 2, emptyPoints: 0 };

describe.each(meeting.stateNames)('a meeting that is %s', (state) => {
  it.each(meeting.actionNames)('answers to %s as the table says', (action) => {
    const next = expected[state][action];
    if (next) expect(transitionMeeting(state, action, fine)).toBe(next);
    else expect(() => transitionMeeting(state, action, fine)).toThrow('Dit overleg is nu');
  });

  it('offers exactly what would succeed', () => expect(allowedMeetingTransitions(state, fine)).toEqual(meeting.actionNames.filter((action) => expected[state][action])));
});

describe('what a meeting still needs', () => {
  it('has been, before anybody writes who was there', () => {
    expect(() => transitionMeeting('planned', 'hold', { ...fine, now: new Date('2026-11-23T08:59:59Z') })).toThrow('nog niet geweest');
    expect(allowedMeetingTransitions('planned', { ...fine, now: new Date('2026-11-23T08:00:00Z') })).toEqual(['set-agenda', 'cancel']);
  });
  it.each([['an agenda', { points: 0 }, 'niets op de agenda'], ['a word or a decision at each point', { emptyPoints: 1 }, 'bij elk punt']])('%s, before its minutes are closed', (_, over, says) => {
    expect(() => transitionMeeting('held', 'close', { ...fine, ...over })).toThrow(says);
  });
});

describe('an agenda', () => {
  it.each<[string, AgendaPoint[], string[]]>([
    ['with two points in another order', [{ id: 'b', title: 'School' }, { id: 'a', title: 'Huur' }, { title: 'Nieuw' }], []],
    ['with nothing on it', [], []],
    ['with a point without words', [{ title: '  ' }], ['points.0.title']],
    ['with a point of another meeting', [{ id: 'x', title: 'Huur' }], ['points.0.pointId']],
    ['with a point twice', [{ id: 'a', title: 'Huur' }, { id: 'a', title: 'Huur' }], ['points.1.pointId']],
    ['that nobody finishes', Array.from({ length: 31 }, () => ({ title: 'Huur' })), ['points']],
  ])('%s', (_, points, fields) => expect(agendaProblems(points, ['a', 'b']).map(({ name }) => name)).toEqual(fields));
});

describe('the days after a meeting', () => {
  it.each([
    ['a week, over the change to winter time', '2026-10-23T13:00:00Z', 7, '2026-10-31'],
    ['late in the evening of Amsterdam', '2026-11-22T23:30:00Z', 7, '2026-12-01'],
    ['only the day itself', '2026-11-23T09:00:00Z', 0, '2026-11-24'],
  ])('can be read for %s', (_, at, days, until) => expect(readableUntil(new Date(at), days)).toBe(until));
  it('minutes that are open on a Thursday are asked for on Monday', () => expect(minutesDueOn(new Date('2026-11-26T13:00:00Z'), 2)).toBe('2026-11-30'));
});
