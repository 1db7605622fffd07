import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import { helpQuery } from '../../api/records.js';
import type { Dossier, HelpAgreement, WhoDecides } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { DateField, Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { agreedBy, type AgreedDraft, NOBODY_AGREED } from './agreed-by.js';
import { WhoAgreed } from './WhoAgreed.js';

const route = getRouteApi('/in/gezinnen/$id/toestemming/hulp');

type Proof = Exclude<HelpAgreement['proof'], 'law'>;
interface Draft extends AgreedDraft {
  memberId: string;
  help: string;
  validFrom: string;
  proof: Proof | '';
}

export function NewHelpPage() {
  const { records: say } = useText();
  const { id } = route.useParams();
  const [dossier, help] = useQueries({ queries: [dossierQuery(id), helpQuery(id)] });
  return (
    <Page title={say.helpTitle} lead={say.helpLead} back={<Link to="/gezinnen/$id/toestemming" params={{ id }}>{`← ${say.title}`}</Link>}>
      <Loaded query={together(dossier, help)}>{([household, { items, whoDecides }]) => <HelpForm household={household} agreements={items} whoDecides={whoDecides} />}</Loaded>
    </Page>
  );
}

interface HelpFormProps {
  household: Dossier;
  agreements: readonly HelpAgreement[];
  whoDecides: readonly WhoDecides[];
}

function HelpForm({ household, agreements, whoDecides }: HelpFormProps) {
  const { basis, records: say, words } = useText();
  const { vervangt } = route.useSearch();
  const form = useHelpForm(household.id, agreements.find(({ id }) => id === vervangt)?.help ?? '');
  const { memberId } = form.values;
  const decides = whoDecides.find((one) => one.memberId === memberId);
  const proofs = Object.entries(say.proofs) as Option<Proof>[];
  return (
    <Form form={form} submit={basis.submit}>
      <RadioField label={basis.member} options={household.members.map(({ id, name, role }) => [id, name, words.member[role].toLowerCase()])} {...form.bind('memberId')} />
      <LongTextField rows={2} label={say.helpWhat} hint={say.helpWhatHint} {...form.bind('help')} />
      <DateField label={say.helpFrom} {...form.bind('validFrom')} />
      {decides && <WhoAgreed form={form} household={household} memberId={memberId} decides={decides.help} text={decides.helpText} />}
      <RadioField<Proof> label={say.helpProof} options={proofs} {...form.bind('proof')} />
    </Form>
  );
}

function useHelpForm(id: string, help: string) {
  const { records: say } = useText();
  const { lid, vervangt } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const initial = useMemo<Draft>(() => ({ memberId: lid ?? '', help, validFrom: today(), proof: '', ...NOBODY_AGREED }), [lid, help]);
  return useForm({
    initial,
    draft: { key: `hulp.${id}.${lid ?? ''}.${vervangt ?? ''}` },
    check: (draft) =>
      missing(
        ['memberId', draft.memberId, say.required.memberId], ['help', draft.help, say.required.help], ['validFrom', draft.validFrom, say.required.validFrom],
        ['agreedBy', agreedBy(draft.memberId, draft), say.required.agreedBy], ['proof', draft.proof, say.required.proof],
      ),
    send: (draft) => {
      const { memberId, validFrom, proof } = draft;
      const body = { memberId, help: draft.help, validFrom, proof: proof as Proof, agreedBy: agreedBy(memberId, draft), replaces: vervangt };
      return dataOf(api.POST('/v1/households/{id}/help-agreements', { params: { path: { id }, header: once([id, body]) }, body }));
    },
    done: () => {
      announce(say.helpDone);
      void navigate({ to: '/gezinnen/$id/toestemming', params: { id } });
    },
  });
}
