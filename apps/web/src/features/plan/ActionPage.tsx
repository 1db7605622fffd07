import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import type { FamilyPlan, PlanAction } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { useText } from '../../i18n/index.js';
import { ActionForm } from './ActionForm.js';
import { PlanTask, useBackToPlan } from './PlanTask.js';
import { WithReason } from './WithReason.js';

const newRoute = getRouteApi('/in/gezinnen/$id/plan/actie');
const editRoute = getRouteApi('/in/gezinnen/$id/plan/actie/$actionId');

export function NewActionPage() {
  const { plan: { action: say } } = useText();
  const { id } = newRoute.useParams();
  const { doel } = newRoute.useSearch();
  return <PlanTask id={id} title={say.title}>{(plan) => <ActionForm plan={plan} goalId={doel ?? ''} />}</PlanTask>;
}

export function ActionPage() {
  const { plan: { action: say } } = useText();
  const { id, actionId } = editRoute.useParams();
  return (
    <PlanTask id={id} title={say.edit}>
      {(plan) => plan.actions.filter((action) => action.id === actionId).map((action) => <EditAction key={action.id} plan={plan} action={action} />)}
    </PlanTask>
  );
}

function EditAction({ plan, action }: { plan: FamilyPlan; action: PlanAction }) {
  const { plan: { action: say } } = useText();
  const { id } = plan.household;
  const back = useBackToPlan(id);
  const drop = (reason: string) =>
    dataOf(api.POST('/v1/households/{id}/plan-actions/{actionId}/moves', { params: { path: { id, actionId: action.id }, header: ifMatch(action.version) }, body: { move: 'drop', reason } }));
  return (
    <>
      <ActionForm plan={plan} action={action} goalId={action.goalId ?? ''} />
      {action.allowedActions.includes('drop') && (
        <div className="folds">
          <Fold title={say.drop}>
            <WithReason draftKey={`actie-stop.${action.id}`} label={say.reason} required={say.required.reason} submit={say.dropSubmit} send={drop} done={() => back(say.dropped)} />
          </Fold>
        </div>
      )}
    </>
  );
}
