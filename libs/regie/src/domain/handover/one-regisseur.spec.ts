import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSIGNMENT_ACTIONS, type AssignmentAction, type AssignmentFacts, type AssignmentState, isRegisseurNow, regisseurAssignment } from '../assignment.states.js';
import { handover, HANDOVER_ACTIONS, type HandoverAction, type HandoverState, isOpenHandover } from './handover.states.js';

/** One family: its assignments, and the hand-over of one of them. */
interface Family {
  readonly assignments: readonly AssignmentState[];
  readonly handover: { readonly of: number; readonly state: HandoverState; readonly confirmed: readonly number[]; readonly talkHeld: boolean; readonly urgent: boolean } | null;
}

type Step = readonly ['propose'] | readonly ['assignment', AssignmentAction, number] | readonly ['plan'] | readonly ['handover', HandoverAction, 0 | 1];

const active = (family: Family): number => family.assignments.findIndex(isRegisseurNow);
const put = (family: Family, at: number, state: AssignmentState): Family => ({ ...family, assignments: family.assignments.with(at, state) });
const factsOf = (family: Family, except = -1): AssignmentFacts => ({
  anotherIsActive: family.assignments.some((state, at) => at !== except && isRegisseurNow(state)), caseNeedsRegisseur: true, declineReasonGiven: true,
  successorAccepted: family.handover !== null && family.handover.state !== 'proposed', threeWayTalkHeld: family.handover?.talkHeld ?? false, switchedUrgently: family.handover?.urgent ?? false,
});

/** As the services and the triggers put the two machines together; a refusal leaves everything as it was. */
function take(family: Family, step: Step): Family {
  switch (step[0]) {
    // Refused while somebody is asked or is the regisseur.
    case 'propose': return family.assignments.some((state) => ['proposed', 'accepted'].includes(state) || isRegisseurNow(state)) ? family : { ...family, assignments: [...family.assignments, 'proposed'] };
    case 'assignment': {
      const at = step[2] % Math.max(1, family.assignments.length);
      const state = family.assignments[at];
      // These two are the hand-over's own.
      if (!state || ['plan-handover', 'cancel-handover', 'hand-over'].includes(step[1])) return family;
      const moved = put(family, at, regisseurAssignment.transition(state, step[1], factsOf(family, at)));
      return family.handover?.of === at && !isRegisseurNow(moved.assignments[at] ?? 'ended') && isOpenHandover(family.handover.state) ? { ...moved, handover: { ...family.handover, state: 'cancelled' } } : moved;
    }
    case 'plan': {
      const at = active(family);
      const state = family.assignments[at];
      if (!state) return family;
      return { ...put(family, at, regisseurAssignment.transition(state, 'plan-handover', factsOf(family))), handover: { of: at, state: 'proposed', confirmed: [], talkHeld: false, urgent: false } };
    }
    case 'handover': return handOver(family, step[1], step[2]);
  }
}

function handOver(family: Family, action: HandoverAction, by: 0 | 1): Family {
  const now = family.handover;
  if (!now) return family;
  const state = handover.transition(now.state, action, {
    reasonGiven: true, familyWasThere: true, talkIsOver: true, urgencyAllowed: true, notConfirmedBefore: !now.confirmed.includes(by), talkIsOwed: !now.talkHeld && (isOpenHandover(now.state) || now.urgent),
  });
  const next = { ...family, handover: { ...now, state, talkHeld: now.talkHeld || action === 'record-talk', urgent: now.urgent || action === 'switch-urgently', confirmed: action === 'confirm' ? [...now.confirmed, by] : now.confirmed } };
  if (state === 'cancelled' || state === 'declined') return put(next, now.of, regisseurAssignment.transition('handover-planned', 'cancel-handover', factsOf(next)));
  if (state !== 'done' || now.state === 'done') return next;
  const left = put(next, now.of, regisseurAssignment.transition('handover-planned', 'hand-over', factsOf(next)));
  return { ...left, assignments: [...left.assignments, regisseurAssignment.transition('accepted', 'start', factsOf(left))] };
}

function tryTo(family: Family, step: Step): Family {
  try {
    return take(family, step);
  } catch {
    return family;
  }
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant(['propose'] as const),
  fc.tuple(fc.constant('assignment' as const), fc.constantFrom(...(Object.keys(ASSIGNMENT_ACTIONS) as AssignmentAction[])), fc.nat(5)),
  fc.constant(['plan'] as const),
  fc.tuple(fc.constant('handover' as const), fc.constantFrom(...(Object.keys(HANDOVER_ACTIONS) as HandoverAction[])), fc.constantFrom(0 as const, 1 as const)),
);
const EMPTY: Family = { assignments: [], handover: null };

describe('whatever people do, in whatever order', () => {
  it('a family has one regisseur or none, never two, and once it has one it is not without', () => {
    fc.assert(fc.property(fc.array(steps, { maxLength: 60 }), (all) => {
      let family = EMPTY;
      let hadOne = false;
      for (const step of all) {
        family = tryTo(family, step);
        const now = family.assignments.filter(isRegisseurNow).length;
        expect(now).toBeLessThanOrEqual(1);
        // The case gets help, so that ending is refused: a hand-over is the only way on.
        hadOne ||= now === 1;
        if (hadOne) expect(now).toBe(1);
        // Who hands over is regisseur until the switch; without a plan there is no hand-over that waits.
        expect(family.assignments.includes('handover-planned')).toBe(family.handover !== null && isOpenHandover(family.handover.state));
      }
    }), { numRuns: 500 });
  });

  it('nothing is handed over without the yes of the successor, and the talk or a reason for spoed', () => {
    fc.assert(fc.property(fc.array(steps, { maxLength: 60 }), (all) => {
      const end = all.reduce(tryTo, EMPTY);
      if (end.handover?.state === 'done' && !end.handover.urgent) expect([end.handover.talkHeld, end.handover.confirmed.toSorted()]).toEqual([true, [0, 1]]);
    }), { numRuns: 500 });
  });

  it('reaches a hand-over at all, or this would prove nothing', () => {
    const way: Step[] = [['propose'], ['assignment', 'accept', 0], ['assignment', 'start', 0], ['plan'], ['handover', 'accept', 1], ['handover', 'record-talk', 0], ['handover', 'confirm', 0], ['handover', 'confirm', 0], ['handover', 'confirm', 1]];
    expect(way.reduce(tryTo, EMPTY)).toMatchObject({ assignments: ['handed-over', 'active'], handover: { state: 'done', confirmed: [0, 1] } });
  });
});
