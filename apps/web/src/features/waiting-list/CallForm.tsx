import { useState } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { CallOutcome } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';

const OUTCOMES: readonly CallOutcome[] = ['reached', 'not-reached', 'voicemail'];

/** "Gebeld": three answers and done. */
export function CallForm({ id }: { id: string }) {
  const { waiting } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const [initial] = useState(() => ({ calledOn: today() as string, outcome: '' as CallOutcome | '', note: '', nextTryOn: '' }));
  const form = useForm({
    initial,
    draft: { key: `gebeld.${id}` },
    check: ({ calledOn, outcome }) => missing(['calledOn', calledOn, waiting.chooseDay], ['outcome', outcome, waiting.chooseOutcome]),
    send: ({ calledOn, outcome, note, nextTryOn }) => {
      const body = { calledOn, outcome: outcome as CallOutcome, note: note || undefined, nextTryOn: nextTryOn || undefined };
      return dataOf(api.POST('/v1/households/{id}/waiting-contacts', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    after: () => initial,
    done: () => announce(waiting.callDone),
  });
  const options: Option<CallOutcome>[] = OUTCOMES.map((outcome) => [outcome, waiting.outcomes[outcome]]);
  return (
    <Form form={form} submit={waiting.noteCall}>
      <RadioField label={waiting.outcome} options={options} {...form.bind('outcome')} />
      <DateField label={waiting.calledOn} {...form.bind('calledOn')} />
      <LongTextField optional rows={2} label={waiting.note} hint={waiting.noteHint} {...form.bind('note')} />
      <DateField optional label={waiting.nextTryOn} hint={waiting.nextTryHint} {...form.bind('nextTryOn')} />
    </Form>
  );
}
