import { defineMachine, type FieldProblem, isFilled, needs, type Transitions } from '#kernel';
import { isLifeDomain, type LifeDomain } from '#households/domain';

export const GOAL_STATES = { open: 'loopt', reached: 'bereikt', dropped: 'gestopt' } as const;
export type GoalState = keyof typeof GOAL_STATES;

export const GOAL_MOVES = { reach: 'op bereikt zetten', drop: 'stoppen', 'take-up': 'weer oppakken' } as const;
export type GoalMove = keyof typeof GOAL_MOVES;

export const GOAL_TRANSITIONS: Transitions<GoalState, GoalMove> = {
  open: { reach: 'reached', drop: 'dropped' },
  reached: { 'take-up': 'open' },
  dropped: { 'take-up': 'open' },
};

export interface MoveFacts {
  readonly reason: string | null;
}

/** A goal of the family. Reached speaks for itself; stopping asks why, because somebody hoped for it. */
export const goal = defineMachine<GoalState, GoalMove, MoveFacts>({
  code: 'plan-goal', subject: 'Dit doel', states: GOAL_STATES, actions: GOAL_MOVES, transitions: GOAL_TRANSITIONS,
  guards: { drop: ({ reason }) => needs(isFilled(reason), 'reason', 'Schrijf op waarom dit doel stopt.') },
});

export interface GoalContent {
  readonly lifeDomain: LifeDomain;
  /** In the family's own words. */
  readonly words: string;
  readonly why: string;
}

export const LONGEST_GOAL = 300;
export const LONGEST_WHY = 1000;

/** What is wrong with a goal; every goal is about exactly one area of life (domain.md). */
export const goalProblems = ({ lifeDomain, words, why }: { readonly lifeDomain?: string; readonly words: string; readonly why: string }): readonly FieldProblem[] => [
  ...needs(lifeDomain !== undefined && isLifeDomain(lifeDomain), 'lifeDomain', 'Kies bij welk leefgebied dit doel hoort.'),
  ...needs(isFilled(words), 'words', 'Schrijf het doel op, in de woorden van het gezin.'),
  ...needs(words.length <= LONGEST_GOAL, 'words', `Schrijf het doel korter: hooguit ${LONGEST_GOAL} tekens.`),
  ...needs(why.length <= LONGEST_WHY, 'why', `Schrijf hooguit ${LONGEST_WHY} tekens.`),
];
