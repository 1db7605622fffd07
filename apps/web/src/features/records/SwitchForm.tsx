import { api, dataOf, ifMatch } from '../../api/client.js';
import type { BasisRule } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, SelectField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

interface Change {
  code: string;
  turn: 'on' | 'off' | '';
  reason: string;
}

const EMPTY: Change = { code: '', turn: '', reason: '' };

/** Switching is a decision of the municipality: it keeps who did it and why. */
export function SwitchForm({ rules }: { rules: readonly BasisRule[] }) {
  const { catalogue: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: EMPTY,
    draft: { key: 'grondslagen' },
    check: ({ code, turn, reason }) => missing(['code', code, say.required.code], ['turn', turn, say.required.turn], ['reason', reason, say.required.reason]),
    send: ({ code, turn, reason }) =>
      dataOf(api.PATCH('/v1/basis-catalogue/{code}', {
        params: { path: { code }, header: ifMatch(rules.find((rule) => rule.code === code)?.version ?? 1) },
        body: { enabled: turn === 'on', reason },
      })),
    after: () => EMPTY,
    done: ({ toReview }) => announce(say.done(toReview)),
  });
  const state = ({ code, law, article, enabled }: BasisRule) => [code, `${law} (${article}): ${(enabled ? say.on : say.off).toLowerCase()}`] as const;
  return (
    <Form form={form} submit={say.submit}>
      <SelectField label={say.which} options={rules.map(state)} {...form.bind('code')} />
      <RadioField<'on' | 'off'> label={say.turn} options={[['on', say.turnOn], ['off', say.turnOff, say.turnOffHelp]]} {...form.bind('turn')} />
      <LongTextField rows={2} label={say.reason} {...form.bind('reason')} />
    </Form>
  );
}
