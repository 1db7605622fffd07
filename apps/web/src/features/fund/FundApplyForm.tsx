import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { Dossier, Fund, FundDomain } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, MoneyField, RadioField, useForm, type Errors, type Option } from '../../components/form/index.js';
import { readEuro } from '../../components/money.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';

interface FundApplyFormProps {
  household: Dossier;
  funds: readonly Fund[];
}

export function FundApplyForm({ household, funds }: FundApplyFormProps) {
  const { fundApply: say, time } = useText();
  const form = useApplyForm(household, funds);
  const domains = funds.find(({ id }) => id === form.values.fundId)?.domains ?? [];
  const canvases = household.canvases.map((canvas): Option => [canvas.id, `${say.canvasOf} ${sayExactDay(canvas.updatedAt, time)}`]);
  return (
    <Form form={form} submit={say.submit}>
      <RadioField label={say.fund} options={funds.map(({ id, name }) => [id, name])} {...form.bind('fundId')} />
      <RadioField label={say.canvas} options={canvases} {...form.bind('canvasId')} />
      {domains.length > 0 && (
        <RadioField label={say.domain} options={domains.map(({ key, name }) => [key, name])} {...form.bind('domain')} />
      )}
      <MoneyField label={say.amount} {...form.bind('amountCents')} />
      <LongTextField label={say.purpose} {...form.bind('purpose')} />
      <LongTextField label={say.whyNoScheme} hint={say.whyNoSchemeHint} {...form.bind('whyNoScheme')} />
    </Form>
  );
}

const only = <T extends { id: string }>(things: readonly T[]): string => (things.length === 1 ? (things[0]?.id ?? '') : '');

function useApplyForm({ id, canvases }: Dossier, funds: readonly Fund[]) {
  const { fundApply: say, forms } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const draft = useMemo(() => ({ key: `fonds.${id}` }), [id]);
  const initial = {
    fundId: only(funds),
    canvasId: only(canvases),
    domain: '' as FundDomain | '',
    amountCents: '',
    purpose: '',
    whyNoScheme: '',
  };
  const check = (values: typeof initial): Errors =>
    missing(
      ['fundId', values.fundId, say.required.fundId],
      ['canvasId', values.canvasId, say.required.canvasId],
      ['domain', values.domain, say.required.domain],
      ['amountCents', readEuro(values.amountCents), forms.wrongAmount],
      ['purpose', values.purpose, say.required.purpose],
      ['whyNoScheme', values.whyNoScheme, say.required.whyNoScheme],
    );
  return useForm({
    initial,
    draft,
    check,
    send: (values) => {
      const body = { ...values, domain: values.domain as FundDomain, amountCents: readEuro(values.amountCents) ?? 0 };
      return dataOf(api.POST('/v1/households/{id}/fund-requests', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: (request) => {
      announce(say.done);
      void navigate({ to: '/fonds/$id', params: { id: request.id } });
    },
  });
}
