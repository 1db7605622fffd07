import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addMonths } from '#kernel';
import { api, dataOf } from '../../api/client.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { DataCategory, Dossier, LegalBasis, NewLegalBasis, Organisation } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import {
  CheckboxesField,
  DateField,
  Form,
  LongTextField,
  RadioField,
  SelectField,
  TextField,
  useForm,
  type Option,
} from '../../components/form/index.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { bodyOf, checkBasis, type BasisDraft } from './basis-form.js';

const route = getRouteApi('/in/gezinnen/$id/grondslag');

interface BasisFormProps {
  household: Dossier;
  organisations: readonly Organisation[];
}

export function BasisForm({ household, organisations }: BasisFormProps) {
  const { basis, words } = useText();
  const form = useBasisForm(household.id);
  const isUnder16 = (household.members.find(({ id }) => id === form.values.memberId)?.age ?? 16) < 16;
  const types = Object.entries(words.basisType) as [LegalBasis['type'], string][];
  const nameOf = (organisation: Organisation): Option => [organisation.id, organisation.name];
  return (
    <Form form={form} submit={basis.submit}>
      <RadioField
        label={basis.member}
        options={household.members.map(({ id, name, role }) => [id, name, words.member[role].toLowerCase()])}
        {...form.bind('memberId')}
      />
      <SelectField label={basis.to} options={organisations.map(nameOf)} {...form.bind('toOrganisationId')} />
      <RadioField label={basis.type} options={types.map(([type, name]) => [type, name, basis.typeHelp[type]])} {...form.bind('type')} />
      {form.values.type === 'consent' && <LongTextField label={basis.freely} hint={basis.freelyHint} {...form.bind('freelyGivenReason')} />}
      {form.values.type === 'consent' && isUnder16 && (
        <TextField label={basis.representative} hint={basis.representativeHint} {...form.bind('legalRepresentative')} />
      )}
      <TextField label={basis.article} hint={basis.articleHint} {...form.bind('article')} />
      <LongTextField rows={2} label={basis.purpose} hint={basis.purposeHint} {...form.bind('purpose')} />
      <CheckboxesField
        label={basis.categories}
        hint={basis.categoriesHint}
        options={Object.entries(words.category) as [DataCategory, string][]}
        {...form.bind('dataCategories')}
      />
      <DateField label={basis.from} {...form.bind('validFrom')} />
      <DateField label={basis.until} hint={basis.untilHint} {...form.bind('validUntil')} />
      <RadioField
        label={basis.proof}
        options={Object.entries(basis.proofs) as [NewLegalBasis['proof'], string][]}
        {...form.bind('proof')}
      />
    </Form>
  );
}

function useBasisForm(id: string) {
  const { basis } = useText();
  const { lid, organisatie, terug } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo<BasisDraft>(() => startingWith(lid ?? '', organisatie ?? ''), [lid, organisatie]);
  return useForm({
    initial,
    draft: { key: `grondslag.${id}.${lid ?? ''}.${organisatie ?? ''}` },
    check: (draft) => checkBasis(draft, basis.required),
    send: (draft) => {
      const body = bodyOf(draft);
      return dataOf(api.POST('/v1/households/{id}/legal-bases', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: () => {
      announce(basis.done);
      void navigate({ to: terug ? '/gezinnen/$id/verwijzing' : '/gezinnen/$id', params: { id } });
    },
  });
}

const startingWith = (memberId: string, toOrganisationId: string): BasisDraft => ({
  memberId,
  toOrganisationId,
  type: '',
  article: '',
  purpose: '',
  dataCategories: [],
  validFrom: today(),
  // A year is a proposal to change, never a silent "for ever".
  validUntil: addMonths(today(), 12),
  proof: '',
  freelyGivenReason: '',
  legalRepresentative: '',
});
