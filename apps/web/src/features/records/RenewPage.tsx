import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { addMonths } from '#kernel';
import { api, dataOf } from '../../api/client.js';
import { dossierQuery, partnersQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { basesQuery, catalogueQuery, helpQuery } from '../../api/records.js';
import type { BasisRule, Dossier, LegalBasis, NewLegalBasis, Organisation, WhoDecides } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { rulesFor } from './basis-form.js';
import { agreedBy, type AgreedDraft, NOBODY_AGREED } from './agreed-by.js';
import { WhoAgreed } from './WhoAgreed.js';

const route = getRouteApi('/in/gezinnen/$id/toestemming/$basisId/vernieuwen');

interface Draft extends AgreedDraft {
  catalogueCode: string;
  freelyGivenReason: string;
  validFrom: string;
  validUntil: string;
  proof: NewLegalBasis['proof'] | '';
}

/** A new yes in the place of an old one, also after a no. */
export function RenewPage() {
  const { records: say } = useText();
  const { id, basisId } = route.useParams();
  const [dossier, bases, rules, help, partners] = useQueries({ queries: [dossierQuery(id), basesQuery(id), catalogueQuery, helpQuery(id), partnersQuery] });
  return (
    <Page title={say.renewTitle} lead={say.renewLead} back={<Link to="/gezinnen/$id/toestemming" params={{ id }}>{`← ${say.title}`}</Link>}>
      <Loaded query={together(together(dossier, bases), together(together(rules, help), partners))}>
        {([[household, all], [[catalogue, { whoDecides }], organisations]]) => {
          const basis = all.find((one) => one.id === basisId);
          return basis && <RenewForm household={household} basis={basis} rules={possible(catalogue, basis, organisations)} decides={whoDecides.find(({ memberId }) => memberId === basis.memberId)} />;
        }}
      </Loaded>
    </Page>
  );
}

/** The line it was recorded under, when that still stands; else what fits this receiver and what is shared. */
function possible(rules: readonly BasisRule[], { catalogueCode, dataCategories, toOrganisation }: LegalBasis, organisations: readonly Organisation[]): BasisRule[] {
  const same = rules.filter(({ code, enabled }) => code === catalogueCode && enabled);
  const fitting = rulesFor(rules, organisations.find(({ id }) => id === toOrganisation.id));
  return same.length > 0 ? same : fitting.filter((rule) => dataCategories.every((category) => (rule.dataCategories as readonly string[]).includes(category)));
}

interface RenewFormProps {
  household: Dossier;
  basis: LegalBasis;
  rules: readonly BasisRule[];
  decides: WhoDecides | undefined;
}

function RenewForm({ household, basis, rules, decides }: RenewFormProps) {
  const { basis: say, records, words } = useText();
  const form = useRenewForm(household.id, basis, rules);
  const rule = rules.find(({ code }) => code === form.values.catalogueCode);
  const consent = rule?.type === 'consent';
  const proofs = (Object.entries(say.proofs) as [NewLegalBasis['proof'], string][]).filter(([proof]) => !consent || proof !== 'law');
  return (
    <>
      <p>{basis.explanation}</p>
      <Form form={form} submit={say.submit}>
        {rules.length !== 1 && <RadioField label={say.type} options={rules.map(({ code, article, type, explanation }) => [code, `${words.basisType[type]} (${article})`, explanation])} {...form.bind('catalogueCode')} />}
        {consent && <LongTextField label={say.freely} hint={say.freelyHint} {...form.bind('freelyGivenReason')} />}
        {consent && decides && <WhoAgreed form={form} household={household} memberId={basis.memberId} decides={decides.consent === 'representative' ? 'parents' : decides.consent} text={decides.consentText} />}
        <DateField label={say.from} {...form.bind('validFrom')} />
        <DateField label={say.until} hint={rule ? `${say.untilHint} ${say.atMost(rule.maxMonths)}` : say.untilHint} {...form.bind('validUntil')} />
        <RadioField label={say.proof} options={proofs} {...form.bind('proof')} />
        <p className="quiet small">{records.goal}: {basis.purpose}</p>
      </Form>
    </>
  );
}

function useRenewForm(id: string, basis: LegalBasis, rules: readonly BasisRule[]) {
  const { basis: say, records } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const only = rules.length === 1 ? rules[0]!.code : '';
  const initial = useMemo<Draft>(() => ({ catalogueCode: only, freelyGivenReason: '', validFrom: today(), validUntil: addMonths(today(), 12), proof: '', ...NOBODY_AGREED }), [only]);
  return useForm({
    initial,
    draft: { key: `vernieuwen.${basis.id}` },
    check: (draft) =>
      missing(['catalogueCode', draft.catalogueCode, records.required.catalogueCode], ['validFrom', draft.validFrom, say.required.validFrom], ['validUntil', draft.validUntil, say.required.validUntil], ['proof', draft.proof, say.required.proof]),
    send: (draft) => {
      const body = bodyOf(draft, basis, rules);
      return dataOf(api.POST('/v1/households/{id}/legal-bases/{basisId}/renewal', { params: { path: { id, basisId: basis.id }, header: once([basis.id, body]) }, body }));
    },
    done: () => {
      announce(records.renewed);
      void navigate({ to: '/gezinnen/$id/toestemming', params: { id } });
    },
  });
}

function bodyOf(draft: Draft, basis: LegalBasis, rules: readonly BasisRule[]) {
  const { catalogueCode, validFrom, validUntil, proof, freelyGivenReason } = draft;
  const rule = rules.find(({ code }) => code === catalogueCode);
  const consent = rule?.type === 'consent' ? { freelyGivenReason, agreedBy: agreedBy(basis.memberId, draft) } : {};
  // Under another line than before: its article and purpose.
  const moved = rule && rule.code !== basis.catalogueCode ? { type: rule.type, article: rule.article, ...(rule.purposes[0] ? { purpose: rule.purposes[0] } : {}) } : {};
  return { catalogueCode, validFrom, validUntil, proof: proof as NewLegalBasis['proof'], ...moved, ...consent };
}
