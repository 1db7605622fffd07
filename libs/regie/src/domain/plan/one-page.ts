import type { PlanSnapshot, SnapshotAction, SnapshotGoal } from './plan-snapshot.js';

export interface PageGoal {
  /** Null: actions that belong to no goal. */
  readonly goal: SnapshotGoal | null;
  readonly actions: readonly SnapshotAction[];
}

type Item = { readonly goal: SnapshotGoal } | { readonly action: SnapshotAction };

const soonestFirst = (a: SnapshotAction, b: SnapshotAction): number => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1);

/** What still runs, the most important first: each goal with its first step, in the order of the family; then what is due soonest. */
function byImportance({ goals, actions }: PlanSnapshot): Item[] {
  const running = goals.filter(({ state }) => state === 'open');
  const open = actions.filter(({ state }) => state === 'open').toSorted(soonestFirst);
  const firstOf = new Map(running.map(({ id }) => [id, open.find(({ goalId }) => goalId === id)]));
  const firsts = new Set(firstOf.values());
  const heads = running.flatMap((goal): Item[] => {
    const first = firstOf.get(goal.id);
    return first ? [{ goal }, { action: first }] : [{ goal }];
  });
  return [...heads, ...open.filter((action) => !firsts.has(action)).map((action): Item => ({ action }))];
}

export interface PlanPage {
  readonly groups: readonly PageGoal[];
  /** How many goals and actions did not fit. */
  readonly leftOut: number;
  readonly total: number;
}

/** The plan as far as `most` goals and actions go, grouped by goal as it is read. */
export function planOnPage(plan: PlanSnapshot, most: number): PlanPage {
  const items = byImportance(plan);
  const shown = items.slice(0, most);
  const goals = shown.flatMap((item) => ('goal' in item ? [item.goal] : []));
  const actions = shown.flatMap((item) => ('action' in item ? [item.action] : [])).toSorted(soonestFirst);
  const ids = new Set(goals.map(({ id }) => id));
  const groups = goals.map((goal): PageGoal => ({ goal, actions: actions.filter(({ goalId }) => goalId === goal.id) }));
  const loose = actions.filter(({ goalId }) => goalId === null || !ids.has(goalId));
  return { groups: loose.length > 0 ? [...groups, { goal: null, actions: loose }] : groups, leftOut: items.length - shown.length, total: items.length };
}
