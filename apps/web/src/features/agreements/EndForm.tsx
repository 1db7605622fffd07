import { api, dataOf } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { Agreement } from './types.js';

/** Says beforehand what stops; ending itself always succeeds. */
export function EndForm({ agreement }: { agreement: Agreement }) {
  const { agreements: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => missing(['reason', reason, say.required.reason]),
    send: (body) => dataOf(api.POST('/v1/data-sharing-agreements/{id}/end', { params: { path: { id: agreement.id } }, body })),
    done: ({ stoppedReferrals }) => announce(say.ended(stoppedReferrals)),
  });
  return (
    <Form form={form} submit={say.end}>
      <p className="note">{say.endConsequence(agreement.organisation.name, agreement.openReferrals ?? 0)}</p>
      <LongTextField rows={2} label={say.endReason} {...form.bind('reason')} />
    </Form>
  );
}
