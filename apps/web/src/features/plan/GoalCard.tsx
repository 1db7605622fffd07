import { Link } from '@tanstack/react-router';
import type { FamilyPlan, PlanGoal } from '../../api/types.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { ActionLine } from './ActionLine.js';
import { GoalMoves } from './GoalMoves.js';

const ORDER: Record<string, number> = { open: 0, done: 1, dropped: 2 };

export function GoalCard({ plan, goal, edits }: { plan: FamilyPlan; goal: PlanGoal; edits: boolean }) {
  const { plan: say } = useText();
  const { id } = plan.household;
  const actions = plan.actions.filter(({ goalId }) => goalId === goal.id).toSorted((a, b) => (ORDER[a.state] ?? 0) - (ORDER[b.state] ?? 0));
  const about = <span className="visually-hidden">: {goal.words}</span>;
  return (
    <article className="sheet" aria-labelledby={`doel-${goal.id}`}>
      <div className="line__main">
        <h3 id={`doel-${goal.id}`}>{goal.words}</h3>
        {goal.state !== 'open' && <Word tone={goal.state === 'reached' ? 'open' : 'plain'}>{say.goalState[goal.state]}</Word>}
      </div>
      {goal.why && (
        <p className="quiet preserve">
          {say.why} {goal.why}
        </p>
      )}
      {goal.stateReason && <p className="quiet">{say.because(goal.stateReason)}</p>}
      {actions.length > 0 ? (
        <ul className="lines">{actions.map((action) => <ActionLine key={action.id} id={id} action={action} edits={edits} />)}</ul>
      ) : (
        <p className="quiet">{say.noActions}</p>
      )}
      {edits && (
        <div className="row no-print">
          {goal.state === 'open' && <Link to="/gezinnen/$id/plan/actie" params={{ id }} search={{ doel: goal.id }}>{say.addAction}{about}</Link>}
          <Link to="/gezinnen/$id/plan/doel/$goalId" params={{ id, goalId: goal.id }}>{say.editGoal}{about}</Link>
          <GoalMoves plan={plan} goal={goal} />
        </div>
      )}
    </article>
  );
}
