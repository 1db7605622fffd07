import { describe, expect, it } from '@jest/globals';
import type { Actor, LocalDate, Role } from '#kernel';
import { HOUSEHOLD_STATES, type HouseholdState } from '../household-case.states.js';
import { isLikelyDuplicate, type Likeness, likenessReasons, likenessScore } from './duplicates.js';
import { pairUp } from './merge-choice.js';
import { mayMerge, mergeInto, type MergeSide } from './merge.policy.js';
import { type Leaver, maySplit, type Present, splitProblems } from './split.js';
import { mergeUndoDays, undoUntil } from './undo.js';

const actor = (...roles: Role[]): Actor => ({ userId: 'u', organisationId: 'o', municipalityId: 'm', roles, teamIds: ['t'], kind: 'user' });
const side = (about: Partial<MergeSide> = {}): MergeSide =>
  ({ id: 'a', state: 'waiting-list', version: 1, works: true, leads: false, hasRegisseur: false, openReferrals: 0, openFundRequests: 0, plannedMeetings: 0, ...about });
const other = (about: Partial<MergeSide> = {}): MergeSide => side({ id: 'b', ...about });

describe('who may merge', () => {
  const [works, leads, none] = [{ works: true, leads: false }, { works: false, leads: true }, { works: false, leads: false }];
  it.each<[string, Role, typeof works, typeof works, boolean]>([
    ['a regisseur with a task in both', 'regisseur', works, works, true],
    ['a case worker with a task in both', 'case-worker', works, works, true],
    ['a team lead of both teams', 'team-lead', leads, leads, true],
    ['a regisseur with a task in one', 'regisseur', works, none, false],
    ['a team lead of one team', 'team-lead', leads, none, false],
    ['a regisseur who leads nothing', 'regisseur', works, leads, false],
    ['a task in the one and the lead of the other', 'team-lead', { works: true, leads: false }, leads, false],
    ['a partner', 'partner-worker', works, works, false],
    ['a privacy officer', 'privacy-officer', leads, leads, false],
  ])('%s', (_who, role, one, two, may) => expect(mayMerge(actor(role), one, two).allowed).toBe(may));
});

describe('what can go up in another', () => {
  const OPEN: HouseholdState[] = ['reported', 'safety-check', 'waiting-list', 'intake', 'draft-plan', 'reopened'];
  it.each(Object.keys(HOUSEHOLD_STATES) as HouseholdState[])('a family that is %s', (state) => {
    const move = () => mergeInto(side(), other({ state }));
    if (OPEN.includes(state)) expect(move()).toBe('merged');
    else expect(move).toThrow();
  });
  it.each(['closed', 'merged', 'moved-away', 'referred-elsewhere', 'declined-help'] as const)('nothing goes up in a family that is %s', (state) =>
    expect(() => mergeInto(side({ state }), other())).toThrow('dossier dat nog loopt'));
  it('not in itself', () => expect(() => mergeInto(side(), side())).toThrow('niet met zichzelf'));
  it.each([
    ['a regisseur', { hasRegisseur: true }, 'beëindig eerst de regie'], ['a referral', { openReferrals: 1 }, 'verwijzing'],
    ['a fund request', { openFundRequests: 1 }, 'fonds'], ['a planned meeting', { plannedMeetings: 1 }, 'overleg'],
  ])('not with %s: it says what to do first', (_what, facts, message) => expect(() => mergeInto(side(), other(facts))).toThrow(message));
  it('what runs in the one that goes on is no hindrance', () => expect(mergeInto(side({ hasRegisseur: true, openReferrals: 2, state: 'active' }), other())).toBe('merged'));
});

describe('who is who', () => {
  const two = { survivor: ['s1', 's2'], merged: ['m1', 'm2'], recognised: [{ memberId: 'm1', sameAs: 's1' }] };
  it('takes what was recognised, and lets the others come along', () => expect(pairUp(two, [])).toEqual([{ from: 'm1', to: 's1' }, { from: 'm2', to: null }]));
  it('a person knows better', () =>
    expect(pairUp(two, [{ memberId: 'm1', sameAs: null }, { memberId: 'm2', sameAs: 's2' }])).toEqual([{ from: 'm1', to: null }, { from: 'm2', to: 's2' }]));
  it.each([
    ['somebody of a third family', [{ memberId: 'x', sameAs: 's1' }]], ['the same as somebody of a third family', [{ memberId: 'm2', sameAs: 'x' }]],
    ['two who are the same one', [{ memberId: 'm2', sameAs: 's1' }]], ['one person twice', [{ memberId: 'm2', sameAs: null }, { memberId: 'm2', sameAs: 's2' }]],
  ])('refuses %s', (_what, chosen) => expect(() => pairUp(two, chosen)).toThrow());
});

describe('how likely it is one family', () => {
  const none: Likeness = { samePeople: 0, sameBirthDates: 0, sameAddress: false, sameName: false };
  it.each<[string, Partial<Likeness>, boolean]>([
    ['nothing', {}, false], ['a name', { sameName: true }, false], ['an address', { sameAddress: true }, false], ['a birth date', { sameBirthDates: 1 }, false],
    ['one person', { samePeople: 1, sameBirthDates: 1 }, true], ['name, address and birth date', { sameName: true, sameAddress: true, sameBirthDates: 1 }, true],
    ['name and address', { sameName: true, sameAddress: true }, false],
  ])('%s', (_what, likeness, likely) => expect(isLikelyDuplicate({ ...none, ...likeness })).toBe(likely));
  it('never more than certain, and it says why', () => {
    const all = { samePeople: 5, sameBirthDates: 6, sameAddress: true, sameName: true };
    expect(likenessScore(all)).toBe(100);
    expect(likenessReasons(all)).toHaveLength(4);
  });
});

describe('splitting', () => {
  const here: Present[] = [{ id: 'm', role: 'main' }, { id: 'p', role: 'partner' }, { id: 'c', role: 'child' }];
  const goes = (memberId: string, role: Leaver['role'], staysToo = false): Leaver => ({ memberId, role, staysToo });
  const problems = (leavers: Leaver[], mainHere: string | null = null) => splitProblems(here, leavers, mainHere).map(({ message }) => message).join(' ');
  it('the partner goes, the child is in both', () => expect(problems([goes('p', 'main'), goes('c', 'child', true)])).toBe(''));
  it('the main person goes, the partner becomes it', () => expect(problems([goes('m', 'main')], 'p')).toBe(''));
  it.each<[string, Leaver[], string | null, string]>([
    ['nobody', [], null, 'Kies wie'], ['everybody', [goes('m', 'main'), goes('p', 'partner'), goes('c', 'child')], null, 'overblijven'],
    ['only who stays too', [goes('c', 'main', true)], null, 'niets te splitsen'], ['two main persons', [goes('p', 'main'), goes('c', 'main')], null, 'één hoofdpersoon'],
    ['no main person', [goes('p', 'partner')], null, 'één hoofdpersoon'], ['a main person who leaves none', [goes('m', 'main')], null, 'Kies wie hier'],
    ['a main person who leaves too', [goes('m', 'main'), goes('p', 'partner')], 'p', 'Kies wie hier'], ['another main person beside the own', [goes('p', 'main')], 'c', 'Kies hier geen ander'],
    ['somebody else', [goes('x', 'main')], null, 'uit dit gezin'], ['one twice', [goes('p', 'main'), goes('p', 'other')], null, 'één keer'],
  ])('refuses %s', (_what, leavers, mainHere, message) => expect(problems(leavers, mainHere)).toContain(message));
  it('is for who works there, and not for what ended', () => {
    expect(maySplit(actor('regisseur'), { works: true, state: 'active' }).allowed).toBe(true);
    expect(maySplit(actor('team-lead'), { works: true, state: 'active' }).allowed).toBe(false);
    expect(maySplit(actor('regisseur'), { works: false, state: 'active' }).allowed).toBe(false);
    expect(maySplit(actor('regisseur'), { works: true, state: 'merged' }).allowed).toBe(false);
  });
});

describe('how long a merge can be undone', () => {
  it.each([[{}, 30], [null, 30], [{ merge: { undoDays: 7 } }, 7], [{ merge: { undoDays: 0 } }, 30], [{ merge: { undoDays: 1.5 } }, 30], [{ merge: { undoDays: 'x' } }, 30]])(
    '%j', (settings, days) => expect(mergeUndoDays(settings)).toBe(days));
  it('counts days', () => expect(undoUntil('2026-11-23' as LocalDate, 30)).toBe('2026-12-23'));
});
