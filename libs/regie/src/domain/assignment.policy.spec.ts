import { describe, expect, it } from '@jest/globals';
import { type Actor, localDate as d, type Role } from '#kernel';
import { canBeRegisseur, mayAnswer, mayChangeAssignment, mayPropose, mayProposeThisPerson, WHO_MAY_ASSIGN } from './assignment.policy.js';
import { regisseurAssignment } from './assignment.states.js';
import { caseloadLevel, whoActs } from './caseload.js';

const person = (userId: string, role: Role, over: Partial<Actor> = {}): Actor => ({
  userId,
  organisationId: 'wij',
  municipalityId: 'groningen',
  roles: [role],
  teamIds: ['noord'],
  kind: 'user',
  ...over,
});
const household = { municipalityId: 'groningen', teamId: 'noord' };
const assignment = { ...household, regisseurId: 'jelle' };

describe('who proposes a regisseur', () => {
  it.each([
    ['the team lead of the household’s team', person('marieke', 'team-lead'), household, true],
    ['a team lead, when the household has no team yet', person('marieke', 'team-lead'), { ...household, teamId: null }, true],
    ['not the team lead of another team', person('m', 'team-lead', { teamIds: ['zuid'] }), household, false],
    ['not the team lead of another municipality', person('rob', 'team-lead', { municipalityId: 'hoogeveen' }), household, false],
    ['not a regisseur', person('jelle', 'regisseur'), household, false],
    ['not a case worker', person('sanne', 'case-worker'), household, false],
  ])('%s', (_title, actor, team, allowed) => {
    expect(mayPropose(actor, team).allowed).toBe(allowed);
  });

  it('only a regisseur of the same municipality can be proposed', () => {
    const jelle = { userId: 'jelle', municipalityId: 'groningen', roles: ['regisseur'] as const };
    expect(canBeRegisseur(jelle, household).allowed).toBe(true);
    expect(canBeRegisseur({ ...jelle, municipalityId: 'hoogeveen' }, household).allowed).toBe(false);
    expect(canBeRegisseur({ ...jelle, roles: ['case-worker'] }, household).allowed).toBe(false);
  });
});

describe('who answers', () => {
  it.each([
    ['the proposed regisseur', person('jelle', 'regisseur'), true],
    ['not another regisseur', person('anna', 'regisseur'), false],
    ['not the team lead who proposed', person('marieke', 'team-lead'), false],
  ])('%s', (_title, actor, allowed) => {
    expect(mayAnswer(actor, assignment).allowed).toBe(allowed);
  });
});

describe.each(regisseurAssignment.actionNames)('%s', (action) => {
  it.each([
    ['regisseur', person('jelle', 'regisseur')],
    ['team-lead', person('marieke', 'team-lead')],
  ] as const)('by the %s, when the table says so', (side, actor) => {
    expect(mayChangeAssignment(actor, action, assignment).allowed).toBe(WHO_MAY_ASSIGN[action].includes(side));
  });

  it('never by somebody else', () => {
    expect(mayChangeAssignment(person('sanne', 'case-worker'), action, assignment).allowed).toBe(false);
  });
});

describe('caseload and absence', () => {
  it.each([
    [3, 'below'],
    [10, 'within'],
    [15, 'full'],
    [16, 'above'],
  ])('%i households is %s', (caseload, level) => {
    expect(caseloadLevel(caseload, { bandMin: 8, bandMax: 15 })).toBe(level);
  });

  it.each([
    ['2026-12-20', 'jelle'],
    ['2026-12-21', 'anna'],
    ['2027-01-01', 'anna'],
    ['2027-01-02', 'jelle'],
  ])('on %s %s acts', (today, who) => {
    const holiday = { from: d('2026-12-21'), until: d('2027-01-01'), substituteId: 'anna' };
    expect(whoActs('jelle', [holiday], d(today))).toBe(who);
  });
});

it('nobody proposes themselves, however many roles they have', () => {
  const lead = person('marieke', 'team-lead', { roles: ['team-lead', 'regisseur'] });
  expect(mayProposeThisPerson(lead, 'marieke')).toMatchObject({ allowed: false, message: expect.stringContaining('jezelf') });
  expect(mayProposeThisPerson(lead, 'jelle').allowed).toBe(true);
});
