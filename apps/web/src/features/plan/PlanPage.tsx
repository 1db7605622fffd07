import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FamilyPlan } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { FamilyPage } from '../../components/FamilyPage.js';
import { PrimaryLink, SecondaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { NextStep } from '../../components/NextStep.js';
import { useText } from '../../i18n/index.js';
import { AgreementPart, Standing } from './AgreementPart.js';
import { Goals } from './Goals.js';
import { PhasePart } from './PhasePart.js';
import { SchemesPart } from './SchemesPart.js';
import { TickOff } from './TickOff.js';
import { planQuery } from './queries.js';

const route = getRouteApi('/in/gezinnen/$id/plan');

/** The one plan of a family: what is next, what they want, who does what, and what they said yes to. */
export function PlanPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(planQuery(id))}>{(plan) => <Plan plan={plan} />}</LoadedPage>;
}

function Plan({ plan }: { plan: FamilyPlan }) {
  const { plan: say } = useText();
  const { id, name } = plan.household;
  const edits = plan.allowedActions.includes('edit');
  const next = plan.actions.find((action) => action.id === plan.nextStep.actionId);
  const add = edits && (
    <PrimaryLink to="/gezinnen/$id/plan/doel" params={{ id }}>
      {say.addGoal}
    </PrimaryLink>
  );
  return (
    <FamilyPage id={id} title={say.title} lead={name} action={add}>
      <NextStep step={plan.nextStep}>
        {next && (
          <div className="next__do">
            <TickOff id={id} action={next} />
          </div>
        )}
      </NextStep>
      {plan.goals.length === 0 && plan.actions.length === 0 ? <Empty title={say.empty}><p>{edits ? say.emptyBegin : say.emptyRead}</p></Empty> : <Content plan={plan} edits={edits} />}
      <div className="folds">
        <PhasePart plan={plan} edits={edits && plan.version > 0} />
        <SchemesPart plan={plan} edits={edits} />
        <AgreementPart plan={plan} edits={edits} />
      </div>
    </FamilyPage>
  );
}

function Content({ plan, edits }: { plan: FamilyPlan; edits: boolean }) {
  const { plan: say } = useText();
  const { id } = plan.household;
  return (
    <>
      <Standing plan={plan} />
      <div className="actions no-print">
        {edits && <SecondaryLink to="/gezinnen/$id/plan/actie" params={{ id }}>{say.addAction}</SecondaryLink>}
        {plan.allowedActions.includes('agree') && <SecondaryLink to="/gezinnen/$id/plan/akkoord" params={{ id }}>{say.agree}</SecondaryLink>}
        {plan.allowedActions.includes('export') && <a className="button" href={`/v1/households/${id}/plan.pdf`} download>{say.pdf}</a>}
      </div>
      <Goals plan={plan} edits={edits} />
    </>
  );
}
