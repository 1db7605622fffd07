import { api } from '../../api/client.js';
import type { Advice, Decision } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckField, DateField, Form, LongTextField, MoneyField, RadioField, useForm } from '../../components/form/index.js';
import { asInput } from '../../components/money.js';
import { useText } from '../../i18n/index.js';
import { adviceBody, checkJudgement, decisionBody, type AdviceDraft, type DecisionDraft } from './judgement.js';
import { target, type FundFormProps } from './SecretaryForms.js';

export function AdviceForm({ request }: FundFormProps) {
  const { fund: say, forms } = useText();
  const announce = useAnnounce();
  const initial: AdviceDraft = { advice: '', amountCents: asInput(request.amountCents), reasons: '' };
  const form = useForm({
    initial,
    draft: { key: `advies.${request.id}` },
    check: (draft) => checkJudgement(draft, 'advice', { required: say.required, wrongAmount: forms.wrongAmount }),
    send: (draft) => api.POST('/v1/fund-requests/{id}/advice', { ...target(request), body: adviceBody(draft, request.amountCents) }),
    done: () => announce(say.adviceDone),
  });
  return (
    <Form form={form} submit={say.adviceSubmit}>
      <RadioField label={say.adviceWhat} options={Object.entries(say.advices) as [Advice['advice'], string][]} {...form.bind('advice')} />
      {form.values.advice === 'grant-partly' && <MoneyField label={say.adviceAmount} {...form.bind('amountCents')} />}
      <LongTextField label={say.adviceReasons} {...form.bind('reasons')} />
    </Form>
  );
}

export function DecisionForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const form = useDecisionForm(request);
  const { outcome, ownFacts } = form.values;
  const refuses = outcome === 'refused' || outcome === 'partly-granted';
  return (
    <Form form={form} submit={say.decideSubmit}>
      <RadioField
        label={say.decideWhat}
        options={Object.entries(say.outcomes) as [Decision['outcome'], string][]}
        {...form.bind('outcome')}
      />
      {outcome === 'partly-granted' && <MoneyField label={say.decideAmount} {...form.bind('amountCents')} />}
      <LongTextField label={say.decideReasons} hint={say.decideReasonsHint} {...form.bind('reasons')} />
      <CheckField optional label={say.departsFromPolicy} {...form.bind('departsFromPolicy')} />
      <LongTextField optional rows={2} label={say.departure} hint={say.departureHint} {...form.bind('departureReasons')} />
      {refuses && <CheckField optional label={say.ownFacts} {...form.bind('ownFacts')} />}
      {refuses && !ownFacts && <DateField optional label={say.heardOn} hint={say.heardHint} {...form.bind('heardOn')} />}
    </Form>
  );
}

function useDecisionForm(request: FundFormProps['request']) {
  const { fund: say, forms } = useText();
  const announce = useAnnounce();
  const initial: DecisionDraft = {
    outcome: '',
    amountCents: asInput(request.amountCents),
    reasons: '',
    departureReasons: '',
    heardOn: '',
    ownFacts: false,
    departsFromPolicy: false,
  };
  return useForm({
    initial,
    draft: { key: `besluit.${request.id}` },
    check: (draft) => checkJudgement(draft, 'outcome', { required: say.required, wrongAmount: forms.wrongAmount }),
    send: (draft) => api.POST('/v1/fund-requests/{id}/decision', { ...target(request), body: decisionBody(draft, request.amountCents) }),
    done: () => announce(say.decideDone),
  });
}
