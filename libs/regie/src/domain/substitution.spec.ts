import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { mayAppoint, mayArrangeSubstitution, substitutionProblems } from './substitution.policy.js';
import { substitution, type SubstitutionState, substitutionStateOn, transitionSubstitution } from './substitution.states.js';

const person = (userId: string, ...roles: Role[]): Actor => ({ userId, organisationId: 'wij', municipalityId: 'groningen', roles, teamIds: ['noord'], kind: 'user' });
const wish = { municipalityId: 'groningen', regisseurId: 'jelle', ofMyTeam: true };

describe('who arranges that somebody stands in for Jelle', () => {
  it.each<[string, Actor, Partial<typeof wish>, boolean]>([
    ['Jelle', person('jelle', 'regisseur'), {}, true],
    ['Jelle, who is no regisseur any more', person('jelle', 'case-worker'), {}, false],
    ['the team lead', person('marieke', 'team-lead'), {}, true],
    ['the team lead of another team', person('marieke', 'team-lead'), { ofMyTeam: false }, false],
    ['a team lead of another municipality', person('marieke', 'team-lead'), { municipalityId: 'hoogeveen' }, false],
    ['another regisseur', person('lars', 'regisseur'), {}, false],
    ['a case worker', person('sanne', 'case-worker'), {}, false],
    ['a partner', person('yara', 'partner-worker'), {}, false],
  ])('%s', (_, actor, over, allowed) => expect(mayArrangeSubstitution(actor, { ...wish, ...over }).allowed).toBe(allowed));

  it('nobody appoints themselves, not even who leads the team', () => {
    expect(mayAppoint(person('marieke', 'team-lead', 'regisseur'), { substituteId: 'marieke' })).toMatchObject({ allowed: false, message: expect.stringContaining('jezelf') });
    expect(mayAppoint(person('marieke', 'team-lead'), { substituteId: 'lars' }).allowed).toBe(true);
  });
});

describe('what must be right', () => {
  const input = { regisseurId: 'jelle', substituteId: 'lars', firstDay: d('2026-12-01'), lastDay: d('2026-12-14') };
  const today = d('2026-11-23');
  it.each<[string, Partial<typeof input>, boolean, string[]]>([
    ['two weeks in December', {}, true, []],
    ['one day', { lastDay: input.firstDay }, true, []],
    ['from today', { firstDay: today }, true, []],
    ['oneself', { substituteId: 'jelle' }, true, ['substituteId']],
    ['somebody who is no regisseur here', {}, false, ['substituteId']],
    ['a first day that has passed', { firstDay: d('2026-11-22') }, true, ['firstDay']],
    ['days the wrong way round', { lastDay: d('2026-11-30') }, true, ['lastDay']],
    ['more than a year', { lastDay: d('2027-12-31') }, true, ['lastDay']],
  ])('%s', (_, over, can, fields) => expect(substitutionProblems({ ...input, ...over }, can, today).map(({ name }) => name)).toEqual(fields));
});

describe('where it stands', () => {
  const days = { firstDay: d('2026-12-01'), lastDay: d('2026-12-14'), endedAt: null };
  it.each<[string, string, Date | null, SubstitutionState]>([
    ['the day before', '2026-11-30', null, 'planned'],
    ['the first day', '2026-12-01', null, 'running'],
    ['the last day', '2026-12-14', null, 'running'],
    ['the day after, by itself', '2026-12-15', null, 'over'],
    ['ended early', '2026-12-03', new Date('2026-12-02T09:00:00Z'), 'ended'],
  ])('%s', (_, today, endedAt, state) => expect(substitutionStateOn({ ...days, endedAt }, d(today))).toBe(state));

  it.each(substitution.stateNames)('%s can be ended only before it is over', (state) => {
    const move = () => transitionSubstitution(state, 'end', {});
    if (state === 'planned' || state === 'running') expect(move()).toBe('ended');
    else expect(move).toThrow('de waarneming stoppen');
  });
});
