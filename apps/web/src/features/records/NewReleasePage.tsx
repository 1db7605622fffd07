import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addMonths } from '#kernel';
import { api, dataOf } from '../../api/client.js';
import { dossierQuery, partnersQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { helpQuery } from '../../api/records.js';
import type { DataCategory, Dossier, HelpAgreement, Organisation, WhoDecides } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, LongTextField, missing, RadioField, SelectField, TextField, useForm, type Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { agreedBy, type AgreedDraft, NOBODY_AGREED } from './agreed-by.js';
import { WhoAgreed } from './WhoAgreed.js';

const route = getRouteApi('/in/gezinnen/$id/toestemming/beroepsgeheim');

type Proof = Exclude<HelpAgreement['proof'], 'law'>;
interface Draft extends AgreedDraft {
  memberId: string;
  professional: string;
  releasedOrganisation: string;
  toOrganisationId: string;
  categories: DataCategory[];
  purpose: string;
  validFrom: string;
  validUntil: string;
  proof: Proof | '';
}

const DETAILS = ['memberId', 'professional', 'releasedOrganisation', 'toOrganisationId', 'categories', 'purpose', 'validFrom', 'validUntil', 'proof'] as const;

export function NewReleasePage() {
  const { records: say } = useText();
  const { id } = route.useParams();
  const [dossier, partners, help] = useQueries({ queries: [dossierQuery(id), partnersQuery, helpQuery(id)] });
  return (
    <Page title={say.releaseTitle} lead={say.releaseLead} back={<Link to="/gezinnen/$id/toestemming" params={{ id }}>{`← ${say.title}`}</Link>}>
      <Loaded query={together(together(dossier, partners), help)}>
        {([[household, organisations], { whoDecides }]) => <ReleaseForm household={household} organisations={organisations} whoDecides={whoDecides} />}
      </Loaded>
    </Page>
  );
}

interface ReleaseFormProps {
  household: Dossier;
  organisations: readonly Organisation[];
  whoDecides: readonly WhoDecides[];
}

function ReleaseForm({ household, organisations, whoDecides }: ReleaseFormProps) {
  const { basis, records: say, words } = useText();
  const form = useReleaseForm(household.id);
  const { memberId } = form.values;
  const decides = whoDecides.find((one) => one.memberId === memberId);
  const nameOf = ({ id, name }: Organisation): Option => [id, name];
  return (
    <Form form={form} submit={basis.submit}>
      <RadioField label={basis.member} options={household.members.map(({ id, name, role }) => [id, name, words.member[role].toLowerCase()])} {...form.bind('memberId')} />
      <TextField label={say.professional} hint={say.professionalHint} {...form.bind('professional')} />
      <TextField label={say.releasedOrganisation} {...form.bind('releasedOrganisation')} />
      <SelectField label={say.hears} options={organisations.map(nameOf)} {...form.bind('toOrganisationId')} />
      <CheckboxesField label={say.what} hint={basis.categoriesHint} options={Object.entries(words.category) as [DataCategory, string][]} {...form.bind('categories')} />
      <LongTextField rows={2} label={say.purpose} hint={basis.purposeHint} {...form.bind('purpose')} />
      <DateField label={basis.from} {...form.bind('validFrom')} />
      <DateField label={basis.until} hint={basis.untilHint} {...form.bind('validUntil')} />
      {decides && <WhoAgreed form={form} household={household} memberId={memberId} decides={decides.help} text={decides.helpText} />}
      <RadioField<Proof> label={basis.proof} options={Object.entries(say.proofs) as Option<Proof>[]} {...form.bind('proof')} />
    </Form>
  );
}

function useReleaseForm(id: string) {
  const { records: say } = useText();
  const { lid } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo<Draft>(() => startingWith(lid ?? ''), [lid]);
  return useForm({
    initial,
    draft: { key: `beroepsgeheim.${id}.${lid ?? ''}` },
    check: (draft) =>
      missing(...DETAILS.map((name) => [name, draft[name], say.required[name]] as const), ['agreedBy', agreedBy(draft.memberId, draft), say.required.agreedBy]),
    send: (draft) => {
      const { memberId, professional, releasedOrganisation, toOrganisationId, categories, purpose, validFrom, validUntil, proof } = draft;
      const record = { memberId, professional, releasedOrganisation, toOrganisationId, categories, purpose, validFrom, validUntil };
      const body = { ...record, proof: proof as Proof, agreedBy: agreedBy(memberId, draft) };
      return dataOf(api.POST('/v1/households/{id}/secrecy-releases', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: () => {
      announce(say.releaseDone);
      void navigate({ to: '/gezinnen/$id/toestemming', params: { id } });
    },
  });
}

const startingWith = (memberId: string): Draft => ({
  memberId, professional: '', releasedOrganisation: '', toOrganisationId: '', categories: [], purpose: '', validFrom: today(), validUntil: addMonths(today(), 6), proof: '', ...NOBODY_AGREED,
});
