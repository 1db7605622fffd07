import { describe, expect, it } from '@jest/globals';
import { PLAN_ACTION_MOVES, PLAN_ACTION_STATES, planAction, type PlanActionMove, type PlanActionState } from './action.js';
import { goal, GOAL_MOVES, GOAL_STATES, type GoalMove, type GoalState } from './goal.js';

const GOALS: Record<GoalState, Partial<Record<GoalMove, GoalState>>> = {
  open: { reach: 'reached', drop: 'dropped' }, reached: { 'take-up': 'open' }, dropped: { 'take-up': 'open' },
};
const ACTIONS: Record<PlanActionState, Partial<Record<PlanActionMove, PlanActionState>>> = {
  open: { finish: 'done', drop: 'dropped' }, done: { 'take-up': 'open' }, dropped: { 'take-up': 'open' },
};
const because = { reason: 'Daarom.' };

/** The next state, or the code of the refusal. */
function tried(move: () => string): string {
  try {
    return move();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('every state of a goal × every move', () => {
  it.each(Object.keys(GOAL_STATES).flatMap((state) => Object.keys(GOAL_MOVES).map((move) => [state as GoalState, move as GoalMove] as const)))('%s, %s', (state, move) => {
    expect(tried(() => goal.transition(state, move, because))).toBe(GOALS[state][move] ?? 'plan-goal.not-in-this-state');
  });
});

describe('every state of an action × every move', () => {
  it.each(Object.keys(PLAN_ACTION_STATES).flatMap((state) => Object.keys(PLAN_ACTION_MOVES).map((move) => [state as PlanActionState, move as PlanActionMove] as const)))('%s, %s', (state, move) => {
    expect(tried(() => planAction.transition(state, move, because))).toBe(ACTIONS[state][move] ?? 'plan-action.not-in-this-state');
  });
});

it.each([null, '', '  '])('stopping a goal or crossing out an action asks why (%j)', (reason) => {
  expect(tried(() => goal.transition('open', 'drop', { reason }))).toBe('plan-goal.missing');
  expect(tried(() => planAction.transition('open', 'drop', { reason }))).toBe('plan-action.missing');
  expect(goal.transition('open', 'reach', { reason })).toBe('reached');
  expect(planAction.transition('open', 'finish', { reason })).toBe('done');
});
