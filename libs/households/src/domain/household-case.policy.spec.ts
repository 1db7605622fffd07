import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '#kernel';
import { type HouseholdRelation, mayChangeHousehold, mayReportHousehold, WHO_MAY } from './household-case.policy.js';
import { householdCase } from './household-case.states.js';

const actor = (...roles: Role[]): Actor => ({
  userId: 'u1',
  organisationId: 'o1',
  municipalityId: 'groningen',
  roles,
  teamIds: ['t1'],
  kind: 'user',
});
const relation: HouseholdRelation = {
  municipalityId: 'groningen',
  actorIsRegisseur: true,
  actorIsInvolved: true,
  actorLeadsTeam: true,
};

describe.each(householdCase.actionNames)('who may %s', (action) => {
  it.each(['regisseur', 'case-worker', 'team-lead'] as const)('%s, when the table says so', (role) => {
    expect(mayChangeHousehold(actor(role), action, relation).allowed).toBe(WHO_MAY[action].includes(role));
  });

  it.each(['partner-worker', 'resident', 'finance', 'privacy-officer', 'policy-adviser'] as const)('never %s', (role) => {
    expect(mayChangeHousehold(actor(role), action, relation).allowed).toBe(false);
  });

  it('nobody from another municipality', () => {
    const far = { ...relation, municipalityId: 'hoogeveen' };
    expect(mayChangeHousehold(actor('regisseur', 'case-worker', 'team-lead'), action, far).allowed).toBe(false);
  });

  it('nobody who has nothing to do with this household', () => {
    const stranger = { ...relation, actorIsRegisseur: false, actorIsInvolved: false, actorLeadsTeam: false };
    expect(mayChangeHousehold(actor('regisseur', 'case-worker', 'team-lead'), action, stranger).allowed).toBe(false);
  });
});

it('the team reports a household, a partner does not', () => {
  expect(mayReportHousehold(actor('case-worker')).allowed).toBe(true);
  expect(mayReportHousehold(actor('partner-worker')).allowed).toBe(false);
});
