import { api, dataOf, ifMatch } from '../../api/client.js';
import type { MemberCorrection } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, missing, TextField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

type Field = Exclude<keyof MemberCorrection, 'reason' | 'rightsRequestId'>;
export type Now = Partial<Record<Field, string | null>>;
const ADDRESS: readonly Field[] = ['postcode', 'houseNumber', 'suffix', 'city'];
const FIELDS: readonly Field[] = ['firstName', 'infix', 'lastName', 'birthDate', 'phone', 'email', ...ADDRESS];

interface CorrectionFormProps {
  householdId: string;
  memberId: string;
  version: number;
  requestId?: string;
  /** What stands there; the privacy officer fills in only what changes. */
  now: Now;
}

/** Only what was changed is sent; what is left alone stays as it is. */
export function CorrectionForm({ householdId, memberId, version, requestId, now }: CorrectionFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const start = Object.fromEntries(FIELDS.map((field) => [field, now[field] ?? ''])) as Record<Field, string>;
  const form = useForm({
    initial: { ...start, reason: '' },
    check: ({ reason }) => missing(['reason', reason, say.required.reason]),
    send: ({ reason, ...fields }) => {
      const changed = Object.fromEntries(FIELDS.filter((field) => fields[field] !== start[field]).map((field) => [field, fields[field]]));
      return dataOf(
        api.PATCH('/v1/households/{id}/members/{memberId}', {
          params: { path: { id: householdId, memberId }, header: ifMatch(version) },
          body: { reason, rightsRequestId: requestId, ...changed },
        }),
      );
    },
    after: (values) => ({ ...values, reason: '' }),
    done: () => announce(say.corrected),
  });
  return (
    <Form form={form} submit={say.correctSubmit}>
      {requestId && <p className="quiet">{say.correctForRequest}</p>}
      {FIELDS.map((field) =>
        field === 'birthDate' ? (
          <DateField key={field} optional label={say.fields[field]} {...form.bind(field)} />
        ) : (
          <TextField key={field} optional label={say.fields[field]} hint={field === 'postcode' ? say.addressHint : undefined} {...form.bind(field)} />
        ),
      )}
      <TextField label={say.correctReason} hint={say.correctReasonHint} {...form.bind('reason')} />
    </Form>
  );
}
