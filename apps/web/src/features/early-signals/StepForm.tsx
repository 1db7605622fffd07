import { api, dataOf, ifMatch } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { EarlySignal, SignalStep } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

/** These have a form of their own. */
const ELSEWHERE: readonly string[] = ['plan-visit', 'accept-help'];
const EMPTY = { action: '' as SignalStep | '', note: '' };

export function StepForm({ signal: { id, version, allowedActions } }: { signal: EarlySignal }) {
  const { signals } = useText();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: EMPTY,
    draft: { key: `signaal.${id}` },
    check: ({ action }) => missing(['action', action, signals.chooseStep]),
    send: ({ action, note }) => {
      const body = { action: action as SignalStep, note: note || undefined };
      return dataOf(api.POST('/v1/early-signals/{id}/steps', { params: { path: { id }, header: { ...once([id, version, body]), ...ifMatch(version) } }, body }));
    },
    after: () => EMPTY,
    done: () => announce(signals.stepDone),
  });
  const steps = allowedActions.filter((action) => !ELSEWHERE.includes(action)) as SignalStep[];
  const options: Option<SignalStep>[] = steps.map((action) => [action, signals.actions[action]]);
  return (
    <Form form={form} submit={signals.saveStep}>
      <RadioField label={signals.step} options={options} {...form.bind('action')} />
      <LongTextField optional rows={2} label={signals.note} hint={signals.noteHint} {...form.bind('note')} />
    </Form>
  );
}
