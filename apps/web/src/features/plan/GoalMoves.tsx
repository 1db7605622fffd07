import { useMutation } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPlan, PlanGoal } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';

/** What one click does with a goal; stopping it asks why, on its own page. */
export function GoalMoves({ plan, goal }: { plan: FamilyPlan; goal: PlanGoal }) {
  const { plan: say } = useText();
  const announce = useAnnounce();
  const { id } = plan.household;
  const done = { onSuccess: () => announce(say.goalMoved) };
  const moving = useMutation({
    mutationFn: (move: 'reach' | 'take-up') =>
      dataOf(api.POST('/v1/households/{id}/plan-goals/{goalId}/moves', { params: { path: { id, goalId: goal.id }, header: ifMatch(goal.version) }, body: { move } })),
    ...done,
  });
  const ordering = useMutation({
    mutationFn: (goalIds: string[]) => dataOf(api.PUT('/v1/households/{id}/plan/order', { params: { path: { id }, header: ifMatch(plan.version) }, body: { goalIds } })),
    ...done,
  });
  const about = <span className="visually-hidden">: {goal.words}</span>;
  const error = moving.error ?? ordering.error;
  const up = goal.state === 'open' ? swapped(plan, goal) : null;
  const quick = goal.allowedActions.includes('reach') ? ('reach' as const) : ('take-up' as const);
  return (
    <>
      <Button variant="tertiary" type="button" disabled={moving.isPending} onClick={() => moving.mutate(quick)}>
        {quick === 'reach' ? say.reach : say.takeUpGoal}
        {about}
      </Button>
      {up && (
        <Button variant="tertiary" type="button" disabled={ordering.isPending} onClick={() => ordering.mutate(up)}>
          {say.up}
          {about}
        </Button>
      )}
      {error && <Problem error={error} />}
    </>
  );
}

/** The goals with this one before its neighbour of the same area of life; null when it is the first there. */
function swapped({ goals }: FamilyPlan, { id, lifeDomain }: PlanGoal): string[] | null {
  const near = goals.filter((one) => one.state === 'open' && one.lifeDomain === lifeDomain);
  const before = near[near.findIndex((one) => one.id === id) - 1];
  if (!before) return null;
  const others = goals.map((one) => one.id).filter((one) => one !== id);
  return others.flatMap((one) => (one === before.id ? [id, one] : [one]));
}
