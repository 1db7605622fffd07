import { api, ifMatch } from '../../api/client.js';
import type { FirstContact, Referral, Rejection } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Errors } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';

interface ReferralFormProps {
  referral: Referral;
}

const target = ({ id, version }: Referral) => ({ params: { path: { id }, header: ifMatch(version) } });

/** The shape all these forms share: fill in, send, say that it is done. */
function useReferralStep<V extends object>(
  key: string,
  initial: V,
  send: (values: V) => Promise<unknown>,
  doneText: string,
  optional: readonly (keyof V)[] = [],
) {
  const { referrals: say } = useText();
  const announce = useAnnounce();
  const questions = Object.keys(initial).filter((name) => !optional.includes(name as keyof V));
  const check = (values: V): Errors => missing(...questions.map((name) => [name, values[name as keyof V], say.required] as const));
  return useForm({ initial, draft: { key }, check, send, after: () => initial, done: () => announce(doneText) });
}

export function AcceptForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const send = ({ note }: { note: string }) =>
    api.POST('/v1/referrals/{id}/acceptance', { ...target(referral), body: { note: note || undefined } });
  const form = useReferralStep(`verwijzing.${referral.id}.aannemen`, { note: '' }, send, say.accepted, ['note']);
  return (
    <Form form={form} submit={say.accept}>
      <LongTextField optional rows={2} label={say.acceptNote} hint={say.acceptHint} {...form.bind('note')} />
    </Form>
  );
}

export function RejectForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const initial = { code: '' as Rejection['code'] | '', explanation: '', nextStep: '' };
  const send = (body: typeof initial) => api.POST('/v1/referrals/{id}/rejection', { ...target(referral), body: body as Rejection });
  const form = useReferralStep(`verwijzing.${referral.id}.weigeren`, initial, send, say.rejected);
  return (
    <Form form={form} submit={say.reject}>
      <RadioField
        label={say.rejectCode}
        options={Object.entries(say.rejectionCodes) as [Rejection['code'], string][]}
        {...form.bind('code')}
      />
      <LongTextField rows={2} label={say.rejectExplanation} {...form.bind('explanation')} />
      <LongTextField rows={2} label={say.rejectNextStep} hint={say.rejectNextStepHint} {...form.bind('nextStep')} />
    </Form>
  );
}

export function ContactForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const initial = { contactedOn: today() as string, kind: '' as FirstContact['kind'] | '', note: '' };
  const send = (body: typeof initial) => api.POST('/v1/referrals/{id}/first-contact', { ...target(referral), body: body as FirstContact });
  const form = useReferralStep(`verwijzing.${referral.id}.contact`, initial, send, say.contacted);
  return (
    <Form form={form} submit={say.contact}>
      <DateField label={say.contactedOn} {...form.bind('contactedOn')} />
      <RadioField
        label={say.contactKind}
        options={Object.entries(say.contactKinds) as [FirstContact['kind'], string][]}
        {...form.bind('kind')}
      />
      <LongTextField rows={3} label={say.contactNote} {...form.bind('note')} />
    </Form>
  );
}

export function FeedbackForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const send = (body: { note: string }) => api.POST('/v1/referrals/{id}/feedback', { ...target(referral), body });
  const form = useReferralStep(`verwijzing.${referral.id}.terugkoppeling`, { note: '' }, send, say.feedbackGiven);
  return (
    <Form form={form} submit={say.feedback}>
      <LongTextField rows={3} label={say.feedbackNote} hint={say.feedbackHint} {...form.bind('note')} />
    </Form>
  );
}

export function CompleteForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const send = (body: { outcome: string; note: string }) => api.POST('/v1/referrals/{id}/completion', { ...target(referral), body });
  const form = useReferralStep(`verwijzing.${referral.id}.afronden`, { outcome: '', note: '' }, send, say.completed, ['note']);
  return (
    <Form form={form} submit={say.complete}>
      <LongTextField rows={2} label={say.outcome} {...form.bind('outcome')} />
      <LongTextField optional rows={2} label={say.completeNote} {...form.bind('note')} />
    </Form>
  );
}

export function CancelForm({ referral }: ReferralFormProps) {
  const { referrals: say } = useText();
  const send = (body: { reason: string }) => api.POST('/v1/referrals/{id}/cancellation', { ...target(referral), body });
  const form = useReferralStep(`verwijzing.${referral.id}.intrekken`, { reason: '' }, send, say.cancelled);
  return (
    <Form form={form} submit={say.cancel}>
      <LongTextField rows={2} label={say.cancelReason} {...form.bind('reason')} />
    </Form>
  );
}
