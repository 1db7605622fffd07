import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { AboveBand } from '../../components/AboveBand.js';
import { candidateOptions } from '../../components/candidates.js';
import type { HandoverPage } from './queries.js';

const EMPTY = { successorId: '', reason: '', talkOn: '', overrideReason: '' };

export function PlanHandoverForm({ page }: { page: HandoverPage }) {
  const { handover: say, caseload } = useText();
  const form = usePlanning(page);
  const chosen = page.candidates.find(({ id }) => id === form.values.successorId);
  const mayOverride = page.allowedActions.includes('override-band');
  if (page.candidates.length === 0) return <p>{say.plan.none}</p>;
  return (
    <div className="stack">
      <p>{say.plan.text}</p>
      <Form form={form} submit={say.plan.submit} blocked={chosen?.wouldBeAbove === true && !mayOverride}>
        <RadioField label={say.plan.successor} options={candidateOptions(page.candidates, caseload)} {...form.bind('successorId')} />
        {chosen?.wouldBeAbove && <AboveBand person={chosen} mayOverride={mayOverride} question={form.bind('overrideReason')} />}
        <LongTextField rows={3} label={say.plan.reason} hint={say.plan.reasonHint} {...form.bind('reason')} />
        <DateField label={say.plan.talkOn} hint={say.plan.talkOnHint} {...form.bind('talkOn')} />
      </Form>
    </div>
  );
}

function usePlanning({ household: { id }, regie, candidates, allowedActions }: HandoverPage) {
  const { handover: say } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const isAbove = (successorId: string) => candidates.some((one) => one.id === successorId && one.wouldBeAbove) && allowedActions.includes('override-band');
  return useForm({
    initial: EMPTY,
    draft: { key: `overdracht.${id}` },
    check: ({ successorId, reason, talkOn, overrideReason }) =>
      missing(
        ['successorId', successorId, say.required.successorId],
        ['overrideReason', isAbove(successorId) ? overrideReason : 'x', say.required.overrideReason],
        ['reason', reason, say.required.reason],
        ['talkOn', talkOn, say.required.talkOn],
      ),
    send: ({ overrideReason, ...body }) =>
      dataOf(
        api.POST('/v1/households/{id}/handovers', {
          params: { path: { id }, header: { ...once([id, body, overrideReason]), ...ifMatch(regie?.version ?? 0) } },
          body: { ...body, overrideReason: isAbove(body.successorId) ? overrideReason : undefined },
        }),
      ),
    after: () => EMPTY,
    done: () => announce(say.plan.done),
  });
}
