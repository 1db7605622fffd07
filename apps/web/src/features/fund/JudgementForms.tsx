import { api } from '../../api/client.js';
import type { Advice, Decision } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, MoneyField, RadioField, useForm } from '../../components/form/index.js';
import { asInput, readEuro } from '../../components/money.js';
import { useText } from '../../i18n/index.js';
import { target, type FundFormProps } from './SecretaryForms.js';

export function AdviceForm({ request }: FundFormProps) {
  const { fund: say, forms } = useText();
  const announce = useAnnounce();
  const form = useForm({
    initial: { advice: '' as Advice['advice'] | '', amountCents: asInput(request.amountCents), reasons: '' },
    check: (values) =>
      missing(
        ['advice', values.advice, say.required],
        ['amountCents', values.advice === 'refuse' ? 0 : readEuro(values.amountCents), forms.wrongAmount],
        ['reasons', values.reasons, say.required],
      ),
    send: ({ advice, amountCents, reasons }) => {
      const body = { advice, reasons, amountCents: advice === 'refuse' ? 0 : readEuro(amountCents) } as Advice;
      return api.POST('/v1/fund-requests/{id}/advice', { ...target(request), body });
    },
    done: () => announce(say.adviceDone),
  });
  return (
    <Form form={form} submit={say.adviceSubmit}>
      <RadioField label={say.adviceWhat} options={Object.entries(say.advices) as [Advice['advice'], string][]} {...form.bind('advice')} />
      {form.values.advice !== 'refuse' && <MoneyField label={say.adviceAmount} {...form.bind('amountCents')} />}
      <LongTextField label={say.adviceReasons} {...form.bind('reasons')} />
    </Form>
  );
}

export function DecisionForm({ request }: FundFormProps) {
  const { fund: say } = useText();
  const form = useDecisionForm(request);
  const refuses = form.values.outcome === 'refused';
  return (
    <Form form={form} submit={say.decideSubmit}>
      <RadioField label={say.decideWhat} options={Object.entries(say.outcomes) as [Decision['outcome'], string][]} {...form.bind('outcome')} />
      {!refuses && <MoneyField label={say.decideAmount} {...form.bind('amountCents')} />}
      <LongTextField label={say.decideReasons} hint={say.decideReasonsHint} {...form.bind('reasons')} />
      <LongTextField optional rows={2} label={say.departure} hint={say.departureHint} {...form.bind('departureReasons')} />
      {refuses && <DateField optional label={say.heardOn} hint={say.heardHint} {...form.bind('heardOn')} />}
    </Form>
  );
}

function useDecisionForm(request: FundFormProps['request']) {
  const { fund: say, forms } = useText();
  const announce = useAnnounce();
  const initial = { outcome: '' as Decision['outcome'] | '', amountCents: asInput(request.amountCents), reasons: '', departureReasons: '', heardOn: '' };
  return useForm({
    initial,
    check: (values) =>
      missing(
        ['outcome', values.outcome, say.required],
        ['amountCents', values.outcome === 'refused' ? 0 : readEuro(values.amountCents), forms.wrongAmount],
        ['reasons', values.reasons, say.required],
      ),
    send: ({ outcome, amountCents, reasons, departureReasons, heardOn }) => {
      const body = {
        outcome,
        reasons,
        amountCents: outcome === 'refused' ? 0 : readEuro(amountCents),
        departureReasons: departureReasons || undefined,
        heardOn: heardOn || undefined,
      } as Decision;
      return api.POST('/v1/fund-requests/{id}/decision', { ...target(request), body });
    },
    done: () => announce(say.decideDone),
  });
}
