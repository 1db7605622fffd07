import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { ActionOwnerKind, FamilyPlan, PlanAction } from '../../api/types.js';
import { DateField, Form, LongTextField, missing, RadioField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { BothVersions, type Compared, useBothVersions } from './BothVersions.js';
import { bodyOf, draftOf, newDraft, OWNER_FIELD, ownerName, ownerOf, type ActionDraft } from './action-form.js';
import { useBackToPlan } from './PlanTask.js';
import { sayExactDay } from '../../time/when.js';

interface ActionFormProps {
  plan: FamilyPlan;
  goalId: string;
  action?: PlanAction;
}

export function ActionForm({ plan, goalId, action }: ActionFormProps) {
  const { plan: { action: say }, time } = useText();
  const { form, both } = useActionForm(plan, goalId, action);
  const goals = plan.goals.filter(({ id, state }) => state === 'open' || id === form.values.goalId).map(({ id, words }): Option => [id, words]);
  const questions: Compared<ActionDraft>[] = [
    { label: say.what, fields: ['what'], say: ({ what }) => what },
    { label: say.owner, fields: ['ownerKind', ...Object.values(OWNER_FIELD)], say: (draft) => ownerName(plan, draft) },
    { label: say.dueOn, fields: ['dueOn'], say: ({ dueOn }) => (dueOn ? sayExactDay(dueOn, time) : '') },
    { label: say.goal, fields: ['goalId'], say: ({ goalId: chosen }) => plan.goals.find(({ id }) => id === chosen)?.words ?? say.noGoal },
  ];
  return (
    <Form form={form} submit={say.submit}>
      {both && (
        <BothVersions both={both} values={form.values} questions={questions} choose={(part) => form.change((now) => ({ ...now, ...part }))} />
      )}
      <LongTextField rows={2} label={say.what} hint={say.whatHint} {...form.bind('what')} />
      <Owner plan={plan} form={form} />
      <DateField label={say.dueOn} {...form.bind('dueOn')} />
      {goals.length > 0 && <RadioField label={say.goal} options={[...goals, ['', say.noGoal]]} {...form.bind('goalId')} />}
    </Form>
  );
}

function Owner({ plan, form }: { plan: FamilyPlan; form: ReturnType<typeof useActionForm>['form'] }) {
  const { plan: { action: say } } = useText();
  const { colleagues, members, organisations } = plan.owners;
  const { ownerKind } = form.values;
  const open = organisations.filter(({ closed }) => closed === null);
  const closed = organisations.flatMap(({ closed: why }) => (why === null ? [] : [why]));
  const named = (list: readonly { id: string; name: string }[]): Option[] => list.map(({ id, name }) => [id, name]);
  return (
    <>
      <RadioField<ActionOwnerKind> label={say.owner} options={Object.entries(say.ownerKinds) as Option<ActionOwnerKind>[]} {...form.bind('ownerKind')} />
      {ownerKind === 'member' && <SelectField label={say.which.member} options={named(members)} {...form.bind('ownerMemberId')} />}
      {ownerKind === 'user' && <SelectField label={say.which.user} options={named(colleagues)} {...form.bind('ownerUserId')} />}
      {ownerKind === 'network' && <TextField label={say.which.network} hint={say.networkHint} {...form.bind('ownerRole')} />}
      {ownerKind === 'organisation' && (
        <>
          {organisations.length === 0 && <p className="note">{say.noOrganisation}</p>}
          {closed.length > 0 && <div className="note"><p>{say.closed}</p><ul className="bulleted">{closed.map((why) => <li key={why}>{why}</li>)}</ul></div>}
          <SelectField label={say.which.organisation} options={named(open)} {...form.bind('ownerOrganisationId')} />
        </>
      )}
    </>
  );
}

function useActionForm(plan: FamilyPlan, goalId: string, action: PlanAction | undefined) {
  const { plan: { action: say } } = useText();
  const { id } = plan.household;
  const back = useBackToPlan(id);
  const once = useIdempotencyKey();
  const { both, stale } = useBothVersions<ActionDraft>(id, ({ actions }) => actions.filter((one) => one.id === action?.id).map(draftOf)[0]);
  const form = useForm<ActionDraft, unknown>({
    initial: action ? draftOf(action) : newDraft(goalId),
    draft: { key: `actie.${action?.id ?? `${id}.${goalId}`}` },
    check: (draft) => missing(
      ['what', draft.what, say.required.what], ['ownerKind', draft.ownerKind, say.required.ownerKind],
      ...(draft.ownerKind ? [[OWNER_FIELD[draft.ownerKind], ownerOf(draft), say.required.owner] as const] : []), ['dueOn', draft.dueOn, say.required.dueOn],
    ),
    send: (draft) => {
      const body = bodyOf(draft);
      if (!action) return dataOf(api.POST('/v1/households/{id}/plan-actions', { params: { path: { id }, header: once([id, body]) }, body }));
      return dataOf(api.PUT('/v1/households/{id}/plan-actions/{actionId}', { params: { path: { id, actionId: action.id }, header: ifMatch(draft.version) }, body }));
    },
    stale,
    done: () => back(say.saved),
  });
  return { form, both };
}
