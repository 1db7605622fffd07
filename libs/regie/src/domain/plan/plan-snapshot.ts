import type { LocalDate } from '#kernel';
import type { LifeDomain } from '#households/domain';
import type { OwnerKind, PlanActionState } from './action.js';
import type { GoalState } from './goal.js';

/** A goal as it stood when the family agreed. */
export interface SnapshotGoal {
  readonly id: string;
  readonly lifeDomain: LifeDomain;
  readonly words: string;
  readonly why: string;
  readonly state: GoalState;
  readonly stateReason: string | null;
}

export interface SnapshotAction {
  readonly id: string;
  readonly goalId: string | null;
  readonly what: string;
  readonly ownerKind: OwnerKind;
  /** As the owner was called then. */
  readonly owner: string;
  readonly dueOn: LocalDate;
  readonly state: PlanActionState;
  readonly stateReason: string | null;
}

/** The whole plan at one moment, in the order in which it is read. */
export interface PlanSnapshot {
  readonly goals: readonly SnapshotGoal[];
  readonly actions: readonly SnapshotAction[];
}

/** For a line that has little room; `most` characters at most. */
export const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
