import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { FamilyPlan, PlanAgreementBody } from '../../api/types.js';
import { CheckField, DateField, Form, GroupFrame, LongTextField, missing, RadioField, SelectField, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { PlanTask, useBackToPlan } from './PlanTask.js';
import { planQuery } from './queries.js';
import { isRepresented, OUTSIDE, type PlanMember, saysThemselves, type YesDraft, yesesOf } from './yeses.js';

const route = getRouteApi('/in/gezinnen/$id/plan/akkoord');

interface AgreementDraft extends YesDraft {
  agreedOn: string;
  how: PlanAgreementBody['how'] | '';
  reservations: string;
  reviewOn: string;
  /** Of the plan that lay on the table. */
  version: number;
}

export function AgreementPage() {
  const { plan: { agreement: say } } = useText();
  const { id } = route.useParams();
  return <PlanTask id={id} title={say.title} lead={say.lead}>{(plan) => <AgreementForm plan={plan} />}</PlanTask>;
}

function AgreementForm({ plan }: { plan: FamilyPlan }) {
  const { plan: { agreement: say } } = useText();
  const { form, isStale } = useAgreementForm(plan);
  return (
    <Form form={form} submit={say.submit}>
      {isStale && <p className="note">{say.stale}</p>}
      <GroupFrame name="agreedBy" label={say.who} hint={say.whoHint} error={form.errors['agreedBy']}>
        {plan.members.map((member) => <MemberYes key={member.id} member={member} plan={plan} form={form} />)}
      </GroupFrame>
      <DateField label={say.agreedOn} {...form.bind('agreedOn')} />
      <RadioField label={say.howAsk} options={[['talk', say.how.talk], ['paper', say.how.paper]]} {...form.bind('how')} />
      <LongTextField optional label={say.reservations} hint={say.reservationsHint} {...form.bind('reservations')} />
      <DateField label={say.reviewOn} {...form.bind('reviewOn')} />
    </Form>
  );
}

function MemberYes({ member, plan, form }: { member: PlanMember; plan: FamilyPlan; form: ReturnType<typeof useAgreementForm>['form'] }) {
  const { plan: { agreement: say } } = useText();
  const { id, name } = member;
  const parents = plan.members.filter((one) => one.adult && one.id !== id).map((one) => [one.id, `${one.name} (${say.capacity['parent-with-authority']})`] as const);
  return (
    <>
      {saysThemselves(member) && <CheckField label={say.self(name)} {...form.at<boolean>(`self.${id}`)} />}
      {isRepresented(member) && (
        <SelectField optional label={saysThemselves(member) ? say.alsoRepresented(name) : say.represented(name)} hint={member.whoDecidesText}
          options={[...parents, [OUTSIDE, say.outside]]} {...form.at<string>(`other.${id}`)} />
      )}
      {form.values.other[id] === OUTSIDE && <TextField label={say.guardianName(name)} {...form.at<string>(`guardian.${id}`)} />}
    </>
  );
}

function useAgreementForm(plan: FamilyPlan) {
  const { plan: { agreement: say } } = useText();
  const { id } = plan.household;
  const back = useBackToPlan(id);
  const once = useIdempotencyKey();
  const client = useQueryClient();
  const [isStale, setStale] = useState(false);
  const none = (value: string): Record<string, string> => Object.fromEntries(plan.members.map((one) => [one.id, value]));
  const form = useForm<AgreementDraft, unknown>({
    initial: {
      self: Object.fromEntries(plan.members.map((one) => [one.id, false])), other: none(''), guardian: none(''),
      agreedOn: today(), how: '', reservations: '', reviewOn: plan.proposedReviewOn, version: plan.version,
    },
    draft: { key: `akkoord.${id}` },
    check: (draft) => missing(
      ['agreedBy', yesesOf(plan.members, draft), say.required.agreedBy], ['agreedOn', draft.agreedOn, say.required.agreedOn],
      ['how', draft.how, say.required.how], ['reviewOn', draft.reviewOn, say.required.reviewOn],
    ),
    send: (draft) => {
      const { agreedOn, reservations, reviewOn } = draft;
      const body = { agreedBy: yesesOf(plan.members, draft), agreedOn, how: draft.how as PlanAgreementBody['how'], reservations: reservations || undefined, reviewOn };
      return dataOf(api.POST('/v1/households/{id}/plan/agreements', { params: { path: { id }, header: { ...ifMatch(draft.version), ...once([id, draft.version, body]) } }, body }));
    },
    stale: async (draft) => {
      setStale(true);
      return { ...draft, version: (await client.fetchQuery({ ...planQuery(id), staleTime: 0 })).version };
    },
    done: () => back(say.saved),
  });
  return { form, isStale };
}
