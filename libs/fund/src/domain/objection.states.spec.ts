import { describe, expect, it } from '@jest/globals';
import {
  allowedObjectionTransitions,
  isOpenObjection,
  objection,
  OBJECTION_ACTIONS,
  OBJECTION_TRANSITIONS,
  type ObjectionAction,
  type ObjectionFacts,
  type ObjectionState,
  transitionObjection,
} from './objection.states.js';

const fine: ObjectionFacts = { reasonsGiven: true, inTime: false, remedyUnused: true, hearingHeld: true };
const expected: Record<ObjectionState, readonly ObjectionAction[]> = {
  lodged: ['ask-remedy', 'plan-hearing', 'declare-inadmissible'],
  remedy: ['plan-hearing', 'declare-inadmissible'],
  hearing: ['uphold', 'reject', 'declare-inadmissible'],
  upheld: [],
  rejected: [],
  inadmissible: [],
};

describe.each(objection.stateNames)('an objection that is %s', (state) => {
  it.each(objection.actionNames)('answers to %s as the table says', (action) => {
    const move = () => transitionObjection(state, action, fine);
    if (expected[state].includes(action)) expect(move()).toBe(OBJECTION_TRANSITIONS[state][action]);
    else expect(move).toThrow(OBJECTION_ACTIONS[action]);
  });

  it('offers exactly the actions that would succeed, and is open while it has any', () => {
    expect(allowedObjectionTransitions(state, fine)).toEqual(expected[state]);
    expect(isOpenObjection(state)).toBe(expected[state].length > 0);
  });
});

describe('what must be true first', () => {
  const cases: [string, ObjectionState, ObjectionAction, Partial<ObjectionFacts>, string][] = [
    ['a decision on an objection has reasons', 'hearing', 'reject', { reasonsGiven: false }, 'redenen'],
    ['who objects is heard first', 'hearing', 'reject', { hearingHeld: false }, 'gehoord'],
    ['also when they are right', 'hearing', 'uphold', { hearingHeld: false }, 'gehoord'],
    ['an objection in time and complete is handled', 'lodged', 'declare-inadmissible', { inTime: true, remedyUnused: false }, 'Behandel het'],
  ];
  it.each(cases)('%s', (_title, state, action, facts, reason) => {
    expect(() => transitionObjection(state, action, { ...fine, ...facts })).toThrow(reason);
  });
});
