import type { PlanSnapshot, SnapshotAction, SnapshotGoal } from './plan-snapshot.js';

export type GoalField = 'lifeDomain' | 'words' | 'why' | 'state' | 'stateReason';
export type ActionField = 'goalId' | 'what' | 'ownerKind' | 'owner' | 'dueOn' | 'state' | 'stateReason';

/** One goal or action that is not what it was; `before` is null for a new one, `after` for one that is gone. */
export type PlanChange =
  | { readonly of: 'goal'; readonly before: SnapshotGoal | null; readonly after: SnapshotGoal | null; readonly fields: readonly GoalField[] }
  | { readonly of: 'action'; readonly before: SnapshotAction | null; readonly after: SnapshotAction | null; readonly fields: readonly ActionField[] };

const GOAL_FIELDS: readonly GoalField[] = ['lifeDomain', 'words', 'why', 'state', 'stateReason'];
const ACTION_FIELDS: readonly ActionField[] = ['goalId', 'what', 'ownerKind', 'owner', 'dueOn', 'state', 'stateReason'];

interface Pair<T, F> {
  readonly before: T | null;
  readonly after: T | null;
  readonly fields: readonly F[];
}

function pairs<T extends { readonly id: string } & Record<F, unknown>, F extends string>(before: readonly T[], after: readonly T[], fields: readonly F[]): Pair<T, F>[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(after.map(({ id }) => id));
  const now = after.map((one): Pair<T, F> => {
    const old = was.get(one.id) ?? null;
    return { before: old, after: one, fields: old ? fields.filter((field) => old[field] !== one[field]) : fields };
  });
  const gone = before.filter(({ id }) => !is.has(id)).map((one): Pair<T, F> => ({ before: one, after: null, fields }));
  return [...now.filter((pair) => pair.fields.length > 0), ...gone];
}

/**
 * What is different between two moments of one plan: first the goals, then the actions, each in the order of the plan, and last
 * what is gone. Order alone is no change. Equal plans have no changes.
 */
export const planChanges = (before: PlanSnapshot, after: PlanSnapshot): readonly PlanChange[] => [
  ...pairs(before.goals, after.goals, GOAL_FIELDS).map((pair): PlanChange => ({ of: 'goal', ...pair })),
  ...pairs(before.actions, after.actions, ACTION_FIELDS).map((pair): PlanChange => ({ of: 'action', ...pair })),
];
