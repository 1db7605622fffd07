import { api, ifMatch } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, SelectField, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import type { RetentionRule, Term } from './types.js';

type Unit = Term['unit'];

interface Change {
  code: string;
  count: string;
  unit: Unit | '';
  reason: string;
}

const EMPTY: Change = { code: '', count: '', unit: '', reason: '' };

export function ChangeTermForm({ rules }: { rules: readonly RetentionRule[] }) {
  const say = useText().retention.rules;
  const announce = useAnnounce();
  const form = useForm<Change, unknown>({
    initial: EMPTY,
    check: ({ code, count, unit }) => missing(['code', code, say.choose], ['count', /^\d+$/.test(count) && Number(count) > 0, say.required.count], ['unit', unit, say.required.unit]),
    send: ({ code, count, unit, reason }) =>
      api.PATCH('/v1/retention-rules/{code}', {
        params: { path: { code }, header: ifMatch(rules.find((rule) => rule.code === code)?.version ?? 1) },
        body: { count: Number(count), unit: unit as Unit, reason: reason || undefined },
      }),
    after: () => EMPTY,
    done: () => announce(say.done),
  });
  const units = (['days', 'months', 'years'] as const).map((unit) => [unit, say.units[unit]] as const);
  return (
    <Form form={form} submit={say.submit}>
      <SelectField label={say.choose} options={rules.map(({ code, name }) => [code, name] as const)} {...form.bind('code')} />
      <TextField short inputMode="numeric" label={say.count} {...form.bind('count')} />
      <RadioField<Unit> label={say.unit} options={units} {...form.bind('unit')} />
      <LongTextField optional rows={2} label={say.reason} hint={say.reasonHint} {...form.bind('reason')} />
    </Form>
  );
}
