import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDomainError } from '#kernel';
import { followFacts, type HouseholdAction, householdCase, type HouseholdFacts, type HouseholdState, isEnded, needsRegisseur, NO_FACTS, transitionHousehold } from '#households/domain';
import { type BasisAction, type BasisState, legalBasis, transitionBasis } from '#privacy/domain';
import { type AssignmentAction, type AssignmentState, isRegisseurNow, regisseurAssignment, transitionAssignment } from '../assignment.states.js';

/** Everything around one family that its case depends on. */
interface Family {
  readonly state: HouseholdState;
  readonly agreed: boolean;
  readonly assignments: readonly AssignmentState[];
  readonly bases: readonly BasisState[];
  readonly referrals: number;
  readonly requests: number;
  readonly contacts: number;
}

const REPORTED: Family = { state: 'reported', agreed: false, assignments: [], bases: [], referrals: 0, requests: 0, contacts: 0 };

type Step = (family: Family) => Family;

const factsOf = (family: Family): HouseholdFacts => ({
  ...NO_FACTS, safetyChecked: true, warmHandoverDone: true, hasPlan: family.agreed, hasActiveRegisseur: family.assignments.some(isRegisseurNow),
  hasActiveBasis: family.bases.includes('active'), openReferrals: family.referrals, openFundObligations: family.requests, openAftercareContacts: family.contacts,
});

const follow: Step = (family) => ({ ...family, state: followFacts(family.state, factsOf(family)) });

/** What the database does when a case ends: who worked there is out, and what runs stops (a closed case has nothing that runs). */
const ending: Step = (family) => !isEnded(family.state) ? family : {
  ...family, referrals: family.state === 'closed' ? family.referrals : 0, contacts: 0, assignments: family.assignments.map((one) => (regisseurAssignment.transitions[one].end || one === 'proposed' ? 'ended' : one)),
};

const move = (action: HouseholdAction): Step => (family) => {
  const state = transitionHousehold(family.state, action, factsOf(family));
  return ending({ ...family, state, contacts: state === 'aftercare' ? 3 : 0 });
};

const propose: Step = (family) => (isEnded(family.state) || family.assignments.includes('proposed') ? family : { ...family, assignments: [...family.assignments, 'proposed'] });

const assign = (at: number, action: AssignmentAction): Step => (family) => {
  const one = family.assignments[at];
  if (!one) return family;
  const others = family.assignments.filter((_other, place) => place !== at);
  const facts = {
    anotherIsActive: others.some(isRegisseurNow), caseNeedsRegisseur: needsRegisseur(family.state), successorAccepted: others.includes('accepted'), threeWayTalkHeld: true,
    switchedUrgently: false, declineReasonGiven: true,
  };
  const next = transitionAssignment(one, action, facts);
  // The switch is one step: the successor begins where the other leaves.
  const successor = action === 'hand-over' ? family.assignments.indexOf('accepted') : -1;
  return follow({ ...family, assignments: family.assignments.map((other, place) => (place === at ? next : place === successor ? 'active' : other)) });
};

const record: Step = (family) => (isEnded(family.state) ? family : { ...family, bases: [...family.bases, 'active'] });

const onBasis = (at: number, action: BasisAction): Step => (family) => {
  const one = family.bases[at];
  if (!one) return family;
  const next = transitionBasis(one, action, { periodOver: true, hasSuccessor: true });
  return follow({ ...family, bases: family.bases.map((other, place) => (place === at ? next : other)) });
};

const STEPS: fc.Arbitrary<readonly [name: string, step: Step]> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...householdCase.actionNames).map((action) => [action, move(action)] as const) },
  { weight: 1, arbitrary: fc.constant(['propose', propose] as const) },
  { weight: 4, arbitrary: fc.tuple(fc.nat(2), fc.constantFrom(...regisseurAssignment.actionNames)).map(([at, action]) => [`${action} ${at}`, assign(at, action)] as const) },
  { weight: 2, arbitrary: fc.constant(['record a basis', record] as const) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(2), fc.constantFrom(...legalBasis.actionNames)).map(([at, action]) => [`${action} basis ${at}`, onBasis(at, action)] as const) },
  { weight: 3, arbitrary: fc.boolean().map((agreed) => [agreed ? 'agree' : 'take back the yes', (family: Family) => follow({ ...family, agreed })] as const) },
  { weight: 1, arbitrary: fc.constant(['send a referral', (family: Family) => (isEnded(family.state) ? family : { ...family, referrals: family.referrals + 1 })] as const) },
  { weight: 2, arbitrary: fc.constant(['end the referrals', (family: Family) => ({ ...family, referrals: 0 })] as const) },
  { weight: 1, arbitrary: fc.constant(['ask the fund', (family: Family) => (isEnded(family.state) ? family : { ...family, requests: family.requests + 1 })] as const) },
  { weight: 2, arbitrary: fc.constant(['the fund is done', (family: Family) => ({ ...family, requests: 0 })] as const) },
  { weight: 3, arbitrary: fc.constant(['a contact was held', (family: Family) => ({ ...family, contacts: Math.max(0, family.contacts - 1) })] as const) },
);

/** A refusal changes nothing; anything else that is thrown is a mistake of ours. */
function tried(family: Family, step: Step): Family {
  try {
    return step(family);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return family;
  }
}

/** The states that no family may ever be in (domain.md). */
function forbidden(family: Family): string | undefined {
  const regisseurs = family.assignments.filter(isRegisseurNow).length;
  if (regisseurs > 1) return 'two active regisseurs';
  if (needsRegisseur(family.state) && regisseurs === 0) return 'in help without a regisseur';
  if (family.state === 'active' && !family.bases.includes('active')) return 'active without a basis';
  if (family.state === 'active' && !family.agreed) return 'active without a plan';
  if (family.state === 'closed' && family.referrals + family.requests > 0) return 'closed with something open';
  return isEnded(family.state) && regisseurs > 0 ? 'ended with a regisseur' : undefined;
}

// Some families start where help is near, or over: else hardly any sequence comes that far.
const READY: Family = { ...REPORTED, state: 'draft-plan', agreed: true, assignments: ['active'], bases: ['active'] };

const HELPED: Family = { ...READY, state: 'aftercare', referrals: 1, contacts: 1 };

test('no sequence of steps brings a family into a forbidden state', () => {
  const reached = new Set<HouseholdState>();
  fc.assert(fc.property(fc.constantFrom(REPORTED, READY, HELPED), fc.array(STEPS, { maxLength: 60 }), (start, steps) => {
    let family = start;
    for (const [name, step] of steps) {
      family = tried(family, step);
      reached.add(family.state);
      const fault = forbidden(family);
      if (fault) throw new Error(`after "${name}": ${fault}`);
    }
  }), { numRuns: 3000, seed: 20_261_123 });
  expect(householdCase.stateNames.filter((state) => !reached.has(state))).toEqual([]);
});

test('the model notices: without following the facts a withdrawal leaves an active family without a basis', () => {
  const family = [move('activate'), (now: Family): Family => ({ ...now, bases: ['withdrawn'] })].reduce(tried, READY);
  expect(forbidden(family)).toBe('active without a basis');
  expect(forbidden(follow(family))).toBeUndefined();
});
