import { getRouteApi } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { GoalBody, PlanGoal } from '../../api/types.js';
import { Fold } from '../../components/Fold.js';
import { Form, LongTextField, missing, SelectField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { BothVersions, type Compared, useBothVersions } from './BothVersions.js';
import { PlanTask, useBackToPlan } from './PlanTask.js';
import { WithReason } from './WithReason.js';

const newRoute = getRouteApi('/in/gezinnen/$id/plan/doel');
const editRoute = getRouteApi('/in/gezinnen/$id/plan/doel/$goalId');

interface GoalDraft {
  lifeDomain: GoalBody['lifeDomain'] | '';
  words: string;
  why: string;
  version: number;
}

const EMPTY: GoalDraft = { lifeDomain: '', words: '', why: '', version: 0 };
const draftOf = ({ lifeDomain, words, why, version }: PlanGoal): GoalDraft => ({ lifeDomain, words, why, version });
const bodyOf = ({ lifeDomain, words, why }: GoalDraft): GoalBody => ({ lifeDomain: lifeDomain as GoalBody['lifeDomain'], words, why });

export function NewGoalPage() {
  const { plan: { goal: say } } = useText();
  const { id } = newRoute.useParams();
  return <PlanTask id={id} title={say.title}>{() => <GoalForm id={id} />}</PlanTask>;
}

export function GoalPage() {
  const { plan: { goal: say } } = useText();
  const { id, goalId } = editRoute.useParams();
  return (
    <PlanTask id={id} title={say.edit}>
      {({ goals }) => goals.filter((goal) => goal.id === goalId).map((goal) => <EditGoal key={goal.id} id={id} goal={goal} />)}
    </PlanTask>
  );
}

function EditGoal({ id, goal }: { id: string; goal: PlanGoal }) {
  const { plan: { goal: say } } = useText();
  const back = useBackToPlan(id);
  const stop = (reason: string, version: number) =>
    dataOf(api.POST('/v1/households/{id}/plan-goals/{goalId}/moves', { params: { path: { id, goalId: goal.id }, header: ifMatch(version) }, body: { move: 'drop', reason } }));
  return (
    <>
      <GoalForm id={id} goal={goal} />
      {goal.allowedActions.includes('drop') && (
        <div className="folds">
          <Fold title={say.drop}>
            <p>{say.dropLead}</p>
            <WithReason draftKey={`doel-stop.${goal.id}`} label={say.reason} required={say.required.reason} submit={say.dropSubmit} send={(reason) => stop(reason, goal.version)} done={() => back(say.dropped)} />
          </Fold>
        </div>
      )}
    </>
  );
}

function GoalForm({ id, goal }: { id: string; goal?: PlanGoal }) {
  const { plan: { goal: say }, lifeDomains } = useText();
  const { form, both } = useGoalForm(id, goal);
  const questions: Compared<GoalDraft>[] = [
    { label: say.words, fields: ['words'], say: ({ words }) => words },
    { label: say.domain, fields: ['lifeDomain'], say: ({ lifeDomain }) => lifeDomains[lifeDomain] ?? '' },
    { label: say.why, fields: ['why'], say: ({ why }) => why },
  ];
  return (
    <Form form={form} submit={say.submit}>
      {both && (
        <BothVersions both={both} values={form.values} questions={questions} choose={(part) => form.change((now) => ({ ...now, ...part }))} />
      )}
      <LongTextField rows={2} label={say.words} hint={say.wordsHint} {...form.bind('words')} />
      <SelectField label={say.domain} options={Object.entries(lifeDomains) as Option[]} {...form.at<string>('lifeDomain')} />
      <LongTextField rows={3} optional label={say.why} {...form.bind('why')} />
    </Form>
  );
}

function useGoalForm(id: string, goal: PlanGoal | undefined) {
  const { plan: { goal: say } } = useText();
  const back = useBackToPlan(id);
  const once = useIdempotencyKey();
  const { both, stale } = useBothVersions<GoalDraft>(id, ({ goals }) => goals.filter((one) => one.id === goal?.id).map(draftOf)[0]);
  const form = useForm<GoalDraft, unknown>({
    initial: goal ? draftOf(goal) : EMPTY,
    draft: { key: `doel.${goal?.id ?? id}` },
    check: ({ words, lifeDomain }) => missing(['words', words, say.required.words], ['lifeDomain', lifeDomain, say.required.lifeDomain]),
    send: (draft) => {
      const body = bodyOf(draft);
      if (!goal) return dataOf(api.POST('/v1/households/{id}/plan-goals', { params: { path: { id }, header: once([id, body]) }, body }));
      return dataOf(api.PUT('/v1/households/{id}/plan-goals/{goalId}', { params: { path: { id, goalId: goal.id }, header: ifMatch(draft.version) }, body }));
    },
    stale,
    done: () => back(say.saved),
  });
  return { form, both };
}
