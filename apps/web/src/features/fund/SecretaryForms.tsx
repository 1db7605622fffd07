import { api, ifMatch } from '../../api/client.js';
import type { FundRequest } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';

export interface FundFormProps {
  request: FundRequest;
}

export const target = ({ id, version }: FundRequest) => ({ params: { path: { id }, header: ifMatch(version) } });

export function CompletenessForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { complete: '' as 'yes' | 'no' | '', missing: '', remedyUntil: '' },
    draft: { key: `controle.${request.id}` },
    check: (values) =>
      missing(
        ['complete', values.complete, say.required],
        ...(values.complete === 'no'
          ? [['missing', values.missing, say.required] as const, ['remedyUntil', values.remedyUntil, say.required] as const]
          : []),
      ),
    send: ({ complete, missing: what, remedyUntil }) =>
      api.POST('/v1/fund-requests/{id}/completeness', {
        ...target(request),
        body: complete === 'yes' ? { complete: true } : { complete: false, missing: what, remedyUntil },
      }),
    done: () => announce(say.completeDone),
  });
  return (
    <Form form={form} submit={say.completeSubmit}>
      <RadioField
        label={say.completeTitle}
        options={[
          ['yes', say.complete],
          ['no', say.incomplete],
        ]}
        {...form.bind('complete')}
      />
      {form.values.complete === 'no' && (
        <>
          <LongTextField rows={3} label={say.missing} {...form.bind('missing')} />
          <DateField label={say.remedyUntil} hint={say.remedyHint} {...form.bind('remedyUntil')} />
        </>
      )}
    </Form>
  );
}

export function AgendaForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { meetingOn: '' },
    draft: { key: `agenda.${request.id}` },
    check: ({ meetingOn }) => missing(['meetingOn', meetingOn, say.required]),
    send: (body) => api.POST('/v1/fund-requests/{id}/agenda', { ...target(request), body }),
    done: () => announce(say.agendaDone),
  });
  return (
    <Form form={form} submit={say.agendaSubmit}>
      <DateField label={say.meetingOn} {...form.bind('meetingOn')} />
    </Form>
  );
}
