import { describe, expect, it } from '@jest/globals';
import { type Actor, type Role, ROLES } from '#kernel';
import {
  BREAK_GLASS_ACTIONS, BREAK_GLASS_TRANSITIONS, breakGlass, type BreakGlassAction, type BreakGlassState, breakGlassSettings, breakGlassStateAt,
  involvementOf, mayBreakGlass, mayCloseBreakGlass, mayReviewBreakGlass, reviewDueAt, transitionBreakGlass,
} from './index.js';

const person = (userId: string, ...roles: Role[]): Actor => ({ userId, organisationId: 'wij', municipalityId: 'groningen', roles, teamIds: ['noord'], kind: 'user' });

describe('who may ask for break-glass', () => {
  const may: readonly Role[] = ['regisseur', 'case-worker', 'team-lead'];
  it.each(ROLES)('%s', (role) => expect(mayBreakGlass(person('ik', role), false).allowed).toBe(may.includes(role)));
  it.each(may)('a %s who is a partner beside it may not', (role) => expect(mayBreakGlass(person('ik', role, 'partner-worker'), false)).toMatchObject({ allowed: false, message: expect.stringContaining('partner') }));
});

it.each<Role>(['regisseur', 'case-worker', 'team-lead'])('a %s who works at a partner may not break the glass either', (role) =>
  expect(mayBreakGlass(person('ik', role), true)).toMatchObject({ allowed: false, message: expect.stringContaining('partner') }));

describe('who may close and review it', () => {
  const glass = { userId: 'jelle', municipalityId: 'groningen', ofMyTeam: true };
  it('only who opened it closes it', () => {
    expect(mayCloseBreakGlass(person('jelle', 'regisseur'), glass).allowed).toBe(true);
    expect(mayCloseBreakGlass(person('fg', 'privacy-officer'), glass).allowed).toBe(false);
  });
  it.each<[string, Actor, Partial<typeof glass>, boolean]>([
    ['the privacy officer', person('fg', 'privacy-officer'), { ofMyTeam: false }, true],
    ['the team lead of the family', person('lead', 'team-lead'), {}, true],
    ['the team lead of another team', person('lead', 'team-lead'), { ofMyTeam: false }, false],
    ['a privacy officer of another municipality', person('fg', 'privacy-officer'), { municipalityId: 'hoogeveen' }, false],
    ['a regisseur', person('ander', 'regisseur'), {}, false],
    ['a case worker of the team', person('ander', 'case-worker'), {}, false],
    ['who used it', person('jelle', 'regisseur'), {}, false],
    ['who used it and leads the team', person('jelle', 'team-lead'), {}, false],
    ['who used it and is privacy officer and team lead at once', person('jelle', 'team-lead', 'privacy-officer'), {}, false],
  ])('%s', (_, actor, over, allowed) => expect(mayReviewBreakGlass(actor, { ...glass, ...over }).allowed).toBe(allowed));
});

describe.each(breakGlass.stateNames)('a break-glass that is %s', (state: BreakGlassState) => {
  const expected: Record<BreakGlassState, readonly BreakGlassAction[]> = { running: ['close', 'review'], over: ['review'], reviewed: [] };
  it.each(breakGlass.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionBreakGlass(state, action, { noteGiven: true });
    if (expected[state].includes(action)) expect(move()).toBe(BREAK_GLASS_TRANSITIONS[state][action]);
    else expect(move).toThrow(BREAK_GLASS_ACTIONS[action]);
  });
});

it('a review says what was looked at', () => expect(() => transitionBreakGlass('over', 'review', { noteGiven: false })).toThrow('nagekeken'));

describe('where it stands', () => {
  const [before, end, after] = ['09:59', '10:00', '10:01'].map((time) => new Date(`2026-11-23T${time}:00Z`)) as [Date, Date, Date];
  const open = { endsAt: end, endedAt: null, reviewedAt: null };
  it.each([
    ['a minute before the end', open, before, 'running'],
    ['at the end itself', open, end, 'over'],
    ['after the end, without anybody doing anything', open, after, 'over'],
    ['closed early', { ...open, endedAt: before }, before, 'over'],
    ['reviewed', { ...open, reviewedAt: after }, after, 'reviewed'],
  ] as const)('%s', (_, times, now, state) => expect(breakGlassStateAt(times, now)).toBe(state));
});

describe('what a municipality may set', () => {
  it.each<[string, unknown, number, number]>([
    ['nothing', {}, 60, 5],
    ['no settings at all', null, 60, 5],
    ['shorter', { breakGlass: { minutes: 30, reviewWorkingDays: 2 } }, 30, 2],
    ['longer than an hour: never', { breakGlass: { minutes: 61 } }, 60, 5],
    ['nonsense', { breakGlass: { minutes: 'lang', reviewWorkingDays: 0 } }, 60, 5],
    ['half a minute', { breakGlass: { minutes: 7.5 } }, 60, 5],
  ])('%s', (_, settings, minutes, reviewWorkingDays) => expect(breakGlassSettings(settings)).toEqual({ minutes, reviewWorkingDays }));
});

describe('what reasons to be in a dossier allow', () => {
  it.each([
    [[], false, false],
    [['break-glass'], false, false],
    [['intake'], false, true],
    [['regisseur'], true, true],
    [['substitute'], true, true],
    [['break-glass', 'substitute'], true, true],
    [['break-glass', 'intake'], false, true],
  ])('%j', (reasons, asRegisseur, hasTask) => expect(involvementOf(reasons)).toEqual({ asRegisseur, hasTask }));
});

it.each([
  ['a Monday', '2026-11-23T10:00:00Z', '2026-11-30T07:00:00.000Z'],
  ['just before Christmas, which does not count', '2026-12-24T10:00:00Z', '2027-01-04T07:00:00.000Z'],
])('five working days after %s somebody hears that nobody looked', (_, from, due) => expect(reviewDueAt(new Date(from), 5).toISOString()).toBe(due));
