import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { Urgency, WaitingDetail } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, Meanwhile, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

const URGENCIES: readonly Urgency[] = ['spoed', 'hoog', 'normaal', 'laag'];

/** When a colleague was first, the page is read again: what they chose stands above what was typed here. */
export function UrgencyForm({ family: { household, version, urgency, urgencyReason, urgencyHistory } }: { family: WaitingDetail }) {
  const { waiting, waitingList, words } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { urgency: '' as Urgency | '', reason: '' },
    draft: { key: `urgentie.${household.id}` },
    check: (values) => missing(['urgency', values.urgency, waiting.chooseUrgency], ['reason', values.reason, waiting.giveReason]),
    send: (values) => {
      const body = { urgency: values.urgency as Urgency, reason: values.reason };
      return dataOf(
        api.POST('/v1/households/{id}/urgency-changes', { params: { path: { id: household.id }, header: { ...once([household.id, version, body]), ...ifMatch(version) } }, body }),
      );
    },
    after: () => ({ urgency: '' as Urgency | '', reason: '' }),
    done: () => announce(waiting.urgencyDone),
  });
  const options: Option<Urgency>[] = URGENCIES.filter((one) => one !== urgency).map((one) => [one, words.urgency[one]]);
  return (
    <Form form={form} submit={waiting.changeUrgency}>
      <Meanwhile form={form} now={[[waitingList.urgency, words.urgency[urgency]], [waiting.urgencyReason, urgencyReason]]} by={urgencyHistory[0]?.by} />
      <p>{waiting.urgencyNow(words.urgency[urgency].toLowerCase())}</p>
      <RadioField label={waiting.newUrgency} options={options} {...form.bind('urgency')} />
      <LongTextField rows={2} label={waiting.reason} hint={waiting.reasonHint} {...form.bind('reason')} />
    </Form>
  );
}
