import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, LongTextField, missing, SelectField, TextField, useForm } from '../../components/form/index.js';
import { useText, type Messages } from '../../i18n/index.js';
import type { LegalHold } from './types.js';

type HelpKind = keyof Messages['retention']['holds']['helpKinds'];

const EMPTY = { caseNumber: '', kind: '', reason: '', until: '' };

export function PlaceHoldForm() {
  const { holds: say, list } = useText().retention;
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: EMPTY,
    check: ({ caseNumber, kind, reason }) =>
      missing(['caseNumber', caseNumber, say.required.caseNumber], ['kind', kind, say.required.kind], ['reason', reason, say.required.reason]),
    send: ({ caseNumber, kind, reason, until }) => {
      const body = { caseNumber: caseNumber.trim(), kind: kind as LegalHold['kind'], reason, until: until || undefined };
      return dataOf(api.POST('/v1/legal-holds', { params: { header: once(body) }, body }));
    },
    after: () => EMPTY,
    done: () => announce(say.placed),
  });
  return (
    <Form form={form} submit={say.submit}>
      <TextField short label={say.caseNumber} {...form.bind('caseNumber')} />
      <SelectField label={say.kind} options={Object.entries(say.kinds)} {...form.bind('kind')} />
      <LongTextField rows={2} label={say.reason} hint={list.reasonHint} {...form.bind('reason')} />
      <DateField optional label={say.until} hint={list.keepUntilHint} {...form.bind('until')} />
    </Form>
  );
}

export function MarkHelpForm() {
  const say = useText().retention.holds;
  const announce = useAnnounce();
  const form = useForm({
    initial: { markCaseNumber: '', kinds: [] as HelpKind[] },
    check: ({ markCaseNumber, kinds }) => missing(['markCaseNumber', markCaseNumber, say.required.caseNumber], ['kinds', kinds, say.required.kinds]),
    send: ({ markCaseNumber, kinds }) => api.PUT('/v1/help-kinds', { body: { caseNumber: markCaseNumber.trim(), kinds } }),
    after: () => ({ markCaseNumber: '', kinds: [] }),
    done: () => announce(say.marked),
  });
  return (
    <Form form={form} submit={say.markSubmit}>
      <p>{say.markHelp}</p>
      <TextField short label={say.caseNumber} {...form.bind('markCaseNumber')} />
      <CheckboxesField<HelpKind> label={say.marks} options={Object.entries(say.helpKinds) as [HelpKind, string][]} {...form.bind('kinds')} />
    </Form>
  );
}
