import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '#kernel';
import { type ControlledAct, fourEyes, type Involved } from './four-eyes.policy.js';
import { CONTROLLED, mayChangeFundRequest, WHO_MAY_FUND } from './fund-request.policy.js';
import { fundRequest } from './fund-request.states.js';

const involved: Involved = {
  requesterId: 'requester',
  regisseurId: 'regisseur',
  completenessCheckedById: 'secretary',
  adviserIds: ['adviser-1', 'adviser-2'],
  decidedById: 'decider',
  paymentPreparedById: 'preparer',
  conflictOfInterestIds: ['neighbour'],
};

const barred: Record<ControlledAct, readonly string[]> = {
  'check-completeness': ['requester', 'regisseur', 'neighbour'],
  advise: ['requester', 'regisseur', 'secretary', 'neighbour'],
  decide: ['requester', 'regisseur', 'secretary', 'adviser-1', 'adviser-2', 'neighbour'],
  'release-payment': ['requester', 'regisseur', 'preparer', 'neighbour'],
  'handle-objection': ['requester', 'regisseur', 'secretary', 'adviser-1', 'adviser-2', 'decider', 'neighbour'],
};
const people = ['requester', 'regisseur', 'secretary', 'adviser-1', 'adviser-2', 'decider', 'preparer', 'neighbour', 'somebody'];

describe.each(Object.keys(barred) as ControlledAct[])('four eyes: %s', (act) => {
  it.each(people)('%s', (person) => {
    expect(fourEyes(person, act, involved).allowed).toBe(!barred[act].includes(person));
  });
});

describe('four eyes in words', () => {
  it.each([
    ['a committee member cannot decide a request they advised on', 'adviser-1', 'decide', 'geadviseerd'],
    ['a requester cannot decide their own request', 'requester', 'decide', 'zelf gedaan'],
    ['who prepared a payment cannot release it', 'preparer', 'release-payment', 'klaargezet'],
    ['who decided cannot handle the objection', 'decider', 'handle-objection', 'besloten'],
    ['who has a stake keeps out', 'neighbour', 'advise', 'persoonlijk belang'],
  ] as const)('%s', (_title, person, act, reason) => {
    expect(fourEyes(person, act, involved)).toMatchObject({ allowed: false, message: expect.stringContaining(reason) });
  });
});

describe.each(fundRequest.actionNames)('who may %s', (action) => {
  const relation = { ...involved, municipalityId: 'groningen', actorIsRegisseur: true };
  const actor = (role: Role, over: Partial<Actor> = {}): Actor => ({
    userId: 'somebody',
    organisationId: 'o',
    municipalityId: 'groningen',
    roles: [role],
    teamIds: [],
    kind: 'user',
    ...over,
  });

  it.each(['regisseur', 'fund-secretary', 'committee-member', 'decision-maker', 'finance', 'team-lead', 'partner-worker'] as const)(
    '%s, when the table says so',
    (role) => {
      expect(mayChangeFundRequest(actor(role), action, relation).allowed).toBe(WHO_MAY_FUND[action].includes(role));
    },
  );

  it('nobody from another municipality', () => {
    const far = actor(WHO_MAY_FUND[action][0] ?? 'regisseur', { municipalityId: 'hoogeveen' });
    expect(mayChangeFundRequest(far, action, relation).allowed).toBe(false);
  });

  it('not the regisseur of another family', () => {
    expect(mayChangeFundRequest(actor('regisseur'), action, { ...relation, actorIsRegisseur: false }).allowed).toBe(false);
  });

  it('a conflict of interest bars every controlled act', () => {
    const neighbour = actor(WHO_MAY_FUND[action][0] ?? 'regisseur', { userId: 'neighbour' });
    expect(mayChangeFundRequest(neighbour, action, relation).allowed).toBe(CONTROLLED[action] === undefined);
  });
});
