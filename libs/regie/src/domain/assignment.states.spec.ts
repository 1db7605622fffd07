import { describe, expect, it } from '@jest/globals';
import {
  allowedAssignmentTransitions,
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_TRANSITIONS,
  type AssignmentAction,
  type AssignmentFacts,
  type AssignmentState,
  isRegisseurNow,
  regisseurAssignment,
  transitionAssignment,
} from './assignment.states.js';

const fine: AssignmentFacts = {
  anotherIsActive: false,
  caseNeedsRegisseur: false,
  successorAccepted: true,
  threeWayTalkHeld: true,
  switchedUrgently: false,
  declineReasonGiven: true,
};

const expected: Record<AssignmentState, readonly AssignmentAction[]> = {
  proposed: ['accept', 'decline', 'withdraw-proposal'],
  accepted: ['start', 'end'],
  active: ['plan-handover', 'end'],
  'handover-planned': ['cancel-handover', 'hand-over', 'end'],
  'handed-over': [],
  ended: [],
  declined: [],
};

describe.each(regisseurAssignment.stateNames)('an assignment that is %s', (state) => {
  it.each(regisseurAssignment.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionAssignment(state, action, fine);
    if (expected[state].includes(action)) expect(move()).toBe(ASSIGNMENT_TRANSITIONS[state][action]);
    else expect(move).toThrow(ASSIGNMENT_ACTIONS[action]);
  });

  it('offers exactly the actions that would succeed', () => {
    expect(allowedAssignmentTransitions(state, fine)).toEqual(expected[state]);
  });
});

describe('what must be true first', () => {
  const cases: [string, AssignmentState, AssignmentAction, Partial<AssignmentFacts>, string][] = [
    ['a family has one regisseur, not two', 'accepted', 'start', { anotherIsActive: true }, 'al een regisseur'],
    ['who declines says why', 'proposed', 'decline', { declineReasonGiven: false }, 'waarom'],
    ['a handover waits for the successor', 'handover-planned', 'hand-over', { successorAccepted: false }, 'nog niet ja'],
    ['a handover waits for the three-way talk', 'handover-planned', 'hand-over', { threeWayTalkHeld: false }, 'drieën'],
    ['a family in help is not left without a regisseur', 'active', 'end', { caseNeedsRegisseur: true }, 'overdracht'],
  ];
  it('a team lead who says why it can’t wait hands over without the talk', () => {
    expect(transitionAssignment('handover-planned', 'hand-over', { ...fine, threeWayTalkHeld: false, switchedUrgently: true })).toBe('handed-over');
  });

  it.each(cases)('%s', (_title, state, action, facts, reason) => {
    expect(() => transitionAssignment(state, action, { ...fine, ...facts })).toThrow(reason);
  });

  it('the regisseur stays regisseur while a handover is planned', () => {
    expect(regisseurAssignment.stateNames.filter(isRegisseurNow)).toEqual(['active', 'handover-planned']);
  });
});
