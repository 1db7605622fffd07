import { DomainError, type FieldProblem } from './domain-error.js';

/** For every state the actions that leave it, and where they lead. A state without a row does not compile. */
export type Transitions<S extends string, A extends string> = Readonly<
  Record<S, Readonly<Partial<Record<A, S>>>>
>;

/** What is still missing before an action may happen; an empty list means: go ahead. */
export type Guard<F> = (facts: F) => readonly FieldProblem[];

export interface MachineDefinition<S extends string, A extends string, F> {
  /** Prefix of error codes, e.g. `household-case`. */
  readonly code: string;
  /** Subject of Dutch sentences, e.g. `Deze verwijzing`. */
  readonly subject: string;
  readonly states: Readonly<Record<S, string>>;
  readonly actions: Readonly<Record<A, string>>;
  readonly transitions: Transitions<S, A>;
  readonly guards: Readonly<Partial<Record<A, Guard<F>>>>;
}

export interface Machine<S extends string, A extends string, F> extends MachineDefinition<S, A, F> {
  readonly stateNames: readonly S[];
  readonly actionNames: readonly A[];
  /** The next state. Throws `conflict` when the state has no such action, `refused` when facts are missing. */
  transition(state: S, action: A, facts: F): S;
  /** Actions that would succeed now, in the order of the action list. */
  allowedTransitions(state: S, facts: F): A[];
  /** What is missing for an action of this state, to show before somebody tries. */
  missing(action: A, facts: F): readonly FieldProblem[];
}

/** Turns one table of transitions into the functions around it; the table stays the only truth. */
export function defineMachine<S extends string, A extends string, F>(
  definition: MachineDefinition<S, A, F>,
): Machine<S, A, F> {
  const { code, subject, states, actions, transitions, guards } = definition;
  const stateNames = Object.keys(states) as S[];
  const actionNames = Object.keys(actions) as A[];

  const missing = (action: A, facts: F): readonly FieldProblem[] => guards[action]?.(facts) ?? [];

  const transition = (state: S, action: A, facts: F): S => {
    const next = transitions[state][action];
    if (next === undefined) {
      const message = `${subject} is nu: ${states[state]}. Dan kun je niet: ${actions[action]}.`;
      throw new DomainError(`${code}.not-in-this-state`, message, { kind: 'conflict' });
    }
    const problems = missing(action, facts);
    if (problems.length > 0) {
      const message = `Dit kan nog niet. ${problems.map((problem) => problem.message).join(' ')}`;
      throw new DomainError(`${code}.missing`, message, { kind: 'refused', fields: problems });
    }
    return next;
  };

  const allowedTransitions = (state: S, facts: F): A[] =>
    actionNames.filter(
      (action) => transitions[state][action] !== undefined && missing(action, facts).length === 0,
    );

  return { ...definition, stateNames, actionNames, transition, allowedTransitions, missing };
}

/** One guard line: the problem when the fact does not hold, nothing when it does. */
export const needs = (holds: boolean, name: string, message: string): readonly FieldProblem[] =>
  holds ? [] : [{ name, message }];
