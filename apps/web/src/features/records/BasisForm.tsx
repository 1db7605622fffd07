import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addMonths } from '#kernel';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { BasisRule, DataCategory, Dossier, NewLegalBasis, Organisation, WhoDecides } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, LongTextField, RadioField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { NOBODY_AGREED } from './agreed-by.js';
import { WhoAgreed } from './WhoAgreed.js';
import { bodyOf, checkBasis, rulesFor, type BasisDraft } from './basis-form.js';

const route = getRouteApi('/in/gezinnen/$id/grondslag');

interface BasisFormProps {
  household: Dossier;
  organisations: readonly Organisation[];
  rules: readonly BasisRule[];
  whoDecides: readonly WhoDecides[];
}

/** First about whom and with whom; then only the grounds that this receiver can have, and what such a ground allows. */
export function BasisForm({ household, organisations, rules, whoDecides }: BasisFormProps) {
  const { basis, words } = useText();
  const form = useBasisForm(household.id, rules);
  const { memberId, toOrganisationId, catalogueCode } = form.values;
  const possible = rulesFor(rules, organisations.find(({ id }) => id === toOrganisationId));
  const rule = possible.find(({ code }) => code === catalogueCode);
  const decides = whoDecides.find((one) => one.memberId === memberId);
  const nameOf = ({ id, name }: Organisation): Option => [id, name];
  return (
    <Form form={form} submit={basis.submit}>
      <RadioField label={basis.member} options={household.members.map(({ id, name, role }) => [id, name, words.member[role].toLowerCase()])} {...form.bind('memberId')} />
      <SelectField label={basis.to} options={organisations.map(nameOf)} {...form.bind('toOrganisationId')} />
      {toOrganisationId && <RadioField label={basis.type} options={possible.map(({ code, article, type, explanation }) => [code, `${words.basisType[type]} (${article})`, explanation])} {...form.bind('catalogueCode')} />}
      {rule && (
        <>
          {rule.type === 'consent' && <LongTextField label={basis.freely} hint={basis.freelyHint} {...form.bind('freelyGivenReason')} />}
          {rule.type === 'consent' && decides && (
            <WhoAgreed form={form} household={household} memberId={memberId} decides={decides.consent === 'representative' ? 'parents' : decides.consent} text={decides.consentText} />
          )}
          <WhatAndWhy form={form} rule={rule} />
        </>
      )}
    </Form>
  );
}

function WhatAndWhy({ form, rule }: { form: ReturnType<typeof useBasisForm>; rule: BasisRule }) {
  const { basis, words } = useText();
  const fixed = rule.purposes.length > 0;
  const proofs = (Object.entries(basis.proofs) as [NewLegalBasis['proof'], string][]).filter(([proof]) => rule.type !== 'consent' || proof !== 'law');
  return (
    <>
      <TextField optional label={basis.article} hint={basis.articleHint(rule.article)} {...form.bind('article')} />
      {fixed && <RadioField label={basis.purpose} options={rule.purposes.map((purpose) => [purpose, purpose])} {...form.bind('rulePurpose')} />}
      <LongTextField rows={2} optional={fixed} label={fixed ? basis.purposeMore : basis.purpose} hint={basis.purposeHint} {...form.bind('purpose')} />
      <CheckboxesField label={basis.categories} hint={basis.categoriesHint} options={rule.dataCategories.map((category) => [category, words.category[category as DataCategory]] as [DataCategory, string])} {...form.bind('dataCategories')} />
      <DateField label={basis.from} {...form.bind('validFrom')} />
      <DateField label={basis.until} hint={`${basis.untilHint} ${basis.atMost(rule.maxMonths)}`} {...form.bind('validUntil')} />
      <RadioField label={basis.proof} options={proofs} {...form.bind('proof')} />
    </>
  );
}

function useBasisForm(id: string, rules: readonly BasisRule[]) {
  const { basis } = useText();
  const { lid, organisatie, terug } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo<BasisDraft>(() => startingWith(lid ?? '', organisatie ?? ''), [lid, organisatie]);
  const ruleOf = ({ catalogueCode }: BasisDraft) => rules.find(({ code }) => code === catalogueCode);
  return useForm({
    initial,
    draft: { key: `grondslag.${id}.${lid ?? ''}.${organisatie ?? ''}` },
    check: (draft) => checkBasis(draft, ruleOf(draft), basis.required),
    send: (draft) => {
      const body = bodyOf(draft, ruleOf(draft)!);
      return dataOf(api.POST('/v1/households/{id}/legal-bases', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: () => {
      announce(basis.done);
      void navigate({ to: terug ? '/gezinnen/$id/verwijzing' : '/gezinnen/$id/toestemming', params: { id } });
    },
  });
}

const startingWith = (memberId: string, toOrganisationId: string): BasisDraft => ({
  memberId,
  toOrganisationId,
  catalogueCode: '',
  article: '',
  rulePurpose: '',
  purpose: '',
  dataCategories: [],
  validFrom: today(),
  // A year is a proposal to change, never a silent "for ever".
  validUntil: addMonths(today(), 12),
  proof: '',
  freelyGivenReason: '',
  ...NOBODY_AGREED,
});
