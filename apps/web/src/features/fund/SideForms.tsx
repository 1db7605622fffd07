import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { target, type FundFormProps } from './SecretaryForms.js';

export function SubmitForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: {},
    send: () => api.POST('/v1/fund-requests/{id}/submission', target(request)),
    done: () => announce(say.submitted),
  });
  return (
    <Form form={form} submit={say.submit}>
      <p>{say.submitHelp}</p>
    </Form>
  );
}

export function SupplementForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { note: '' },
    draft: { key: `aanvulling.${request.id}` },
    check: ({ note }) => missing(['note', note, say.required]),
    send: (body) => api.POST('/v1/fund-requests/{id}/supplement', { ...target(request), body }),
    done: () => announce(say.supplementDone),
  });
  return (
    <Form form={form} submit={say.supplementSubmit}>
      {request.missing && <p className="preserve">{request.missing}</p>}
      <LongTextField label={say.supplementNote} hint={say.supplementHint} {...form.bind('note')} />
    </Form>
  );
}

/** Awb 2:4: who has a personal stake steps aside, and does not see the request any more. */
export function ConflictForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const form = useForm({
    initial: { reason: '' },
    draft: { key: `belang.${request.id}` },
    check: ({ reason }) => missing(['reason', reason, say.required]),
    send: (body) => api.POST('/v1/fund-requests/{id}/conflict', { params: { path: { id: request.id } }, body }),
    done: () => {
      announce(say.conflictDone);
      void navigate({ to: '/fonds' });
    },
  });
  return (
    <Form form={form} submit={say.conflictSubmit}>
      <p>{say.conflictHelp}</p>
      <LongTextField rows={2} label={say.conflictReason} {...form.bind('reason')} />
    </Form>
  );
}
