import { api } from '../../api/client.js';
import type { RightsRequest } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { sayExactDay } from '../../time/when.js';
import { at, type RightsFormProps } from './rights-form.js';

type How = NonNullable<RightsRequest['identity']>['how'];

export function IdentityForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { how: '' as How | '' },
    check: ({ how }) => missing(['how', how, say.required.how]),
    send: ({ how }) => api.POST('/v1/rights-requests/{id}/identity', { ...at(request), body: { how: how || undefined } }),
    done: () => announce(say.identified),
  });
  return (
    <Form form={form} submit={say.forms['confirm-identity']}>
      <RadioField label={say.how} hint={say.identityNowHint} options={Object.entries(say.identities) as Option<How>[]} {...form.bind('how')} />
    </Form>
  );
}

export function AskIdentityForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { asked: '' },
    check: ({ asked }) => missing(['asked', asked, say.required.asked]),
    send: (body) => api.POST('/v1/rights-requests/{id}/identity', { ...at(request), body }),
    done: () => announce(say.proofAsked),
  });
  return (
    <Form form={form} submit={say.forms['ask-identity']}>
      <LongTextField rows={2} label={say.askedProof} hint={say.askedProofHint} {...form.bind('asked')} />
    </Form>
  );
}

export function ExtendForm({ request }: RightsFormProps) {
  const { rights: say, time } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reasons: '', toldOn: today() as string },
    draft: { key: `verlenging.${request.id}` },
    check: ({ reasons, toldOn }) => missing(['reasons', reasons, say.required.reasons], ['toldOn', toldOn, say.required.toldOn]),
    send: (body) => api.POST('/v1/rights-requests/{id}/extension', { ...at(request), body }),
    done: () => announce(say.extended),
  });
  return (
    <Form form={form} submit={say.forms.extend}>
      <p>{say.extendHelp(sayExactDay(request.extendBy, time))}</p>
      <LongTextField rows={2} label={say.reasons} hint={say.reasonsHint} {...form.bind('reasons')} />
      <DateField label={say.toldOn} {...form.bind('toldOn')} />
    </Form>
  );
}

export function CompleteForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { doneOn: today() as string, note: '' },
    draft: { key: `afronden.${request.id}` },
    check: ({ doneOn, note }) => missing(['doneOn', doneOn, say.required.doneOn], ['note', note, say.required.note]),
    send: (body) => api.POST('/v1/rights-requests/{id}/completion', { ...at(request), body }),
    done: () => announce(say.completed),
  });
  return (
    <Form form={form} submit={say.forms['carry-out']}>
      <DateField label={say.doneOn} {...form.bind('doneOn')} />
      <LongTextField rows={2} label={say.note} {...form.bind('note')} />
    </Form>
  );
}

export function LiftForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { toldOn: '', reason: '' },
    check: ({ toldOn, reason }) => missing(['toldOn', toldOn, say.required.toldOn], ['reason', reason, say.required.reason]),
    send: (body) => api.POST('/v1/rights-requests/{id}/lifting', { ...at(request), body }),
    done: () => announce(say.lifted),
  });
  return (
    <Form form={form} submit={say.forms['lift-restriction']}>
      <p>{say.liftHelp}</p>
      <DateField label={say.toldOn} {...form.bind('toldOn')} />
      <LongTextField rows={2} label={say.reasons} {...form.bind('reason')} />
    </Form>
  );
}

export function WithdrawForm({ request }: RightsFormProps) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }) => api.POST('/v1/rights-requests/{id}/withdrawal', { ...at(request), body: { reason: reason || undefined } }),
    done: () => announce(say.withdrawn),
  });
  return (
    <Form form={form} submit={say.forms.withdraw}>
      <LongTextField optional rows={2} label={say.withdrawReason} {...form.bind('reason')} />
    </Form>
  );
}
