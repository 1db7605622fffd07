import type { FamilyPlan, PlanGoal } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { ActionLine } from './ActionLine.js';
import { GoalCard } from './GoalCard.js';

/** The goals under their area of life, in the order that the family chose, each with what is done for it. */
export function Goals({ plan, edits }: { plan: FamilyPlan; edits: boolean }) {
  const { plan: say, lifeDomains } = useText();
  const running = plan.goals.filter(({ state }) => state === 'open');
  const earlier = plan.goals.filter(({ state }) => state !== 'open');
  const loose = plan.actions.filter(({ goalId }) => goalId === null);
  const domains = [...new Set(running.map(({ lifeDomain }) => lifeDomain))];
  const card = (goal: PlanGoal) => <GoalCard key={goal.id} plan={plan} goal={goal} edits={edits} />;
  return (
    <>
      {domains.map((domain) => (
        <section key={domain} className="stack" aria-labelledby={`leefgebied-${domain}`}>
          <h2 id={`leefgebied-${domain}`}>{lifeDomains[domain]}</h2>
          {running.filter(({ lifeDomain }) => lifeDomain === domain).map(card)}
        </section>
      ))}
      {loose.length > 0 && (
        <section className="stack" aria-labelledby="zonder-doel">
          <h2 id="zonder-doel">{say.loose}</h2>
          <ul className="lines">{loose.map((action) => <ActionLine key={action.id} id={plan.household.id} action={action} edits={edits} />)}</ul>
        </section>
      )}
      {earlier.length > 0 && (
        <Fold title={say.earlier} count={earlier.length}>
          {earlier.map(card)}
        </Fold>
      )}
    </>
  );
}
