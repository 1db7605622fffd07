import { useMutation } from '@tanstack/react-query';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { PlanAction } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';

type QuickMove = 'finish' | 'take-up';

/** One click, and one click to take it back. */
export function TickOff({ id, action }: { id: string; action: PlanAction }) {
  const { plan: say } = useText();
  const announce = useAnnounce();
  const moving = useMutation({
    mutationFn: (move: QuickMove) =>
      dataOf(api.POST('/v1/households/{id}/plan-actions/{actionId}/moves', { params: { path: { id, actionId: action.id }, header: ifMatch(action.version) }, body: { move } })),
    onSuccess: (_, move) => announce(move === 'finish' ? say.marked : say.taken),
  });
  const about = <span className="visually-hidden">: {action.what}</span>;
  const can = (move: QuickMove): boolean => action.allowedActions.includes(move);
  if (!can('finish') && !can('take-up')) return null;
  const move: QuickMove = can('finish') ? 'finish' : 'take-up';
  const label = move === 'finish' ? say.done : action.state === 'done' ? say.undo : say.takeUp;
  return (
    <>
      <Button variant={move === 'finish' ? 'secondary' : 'tertiary'} type="button" disabled={moving.isPending} onClick={() => moving.mutate(move)}>
        {label}
        {about}
      </Button>
      {moving.error && <Problem error={moving.error} />}
    </>
  );
}
