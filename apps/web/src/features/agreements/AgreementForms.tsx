import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { addMonths } from '#kernel';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { partnersQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { DataCategory } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { CheckboxesField, DateField, Form, missing, SelectField, TextField, useForm, type Bound } from '../../components/form/index.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import type { Agreement } from './types.js';

interface Draft {
  organisationId: string;
  title: string;
  reference: string;
  signedOn: string;
  validFrom: string;
  validUntil: string;
  categories: DataCategory[];
  documentReference: string;
}

const bodyOf = ({ title, reference, signedOn, validFrom, validUntil, categories, documentReference }: Draft) => ({
  title, reference: reference || undefined, signedOn: signedOn || undefined, validFrom, validUntil, categories, documentReference: documentReference || undefined,
});

const START = (): Draft => ({
  organisationId: '', title: '', reference: '', signedOn: '', validFrom: today(), validUntil: addMonths(today(), 36), categories: [], documentReference: '',
});

export function NewAgreementPage() {
  const { agreements: say } = useText();
  const partners = useQuery(partnersQuery);
  return (
    <LoadedPage query={partners}>
      {(organisations) => (
        <Page title={say.newTitle} lead={say.newLead} back={<Link to="/privacy/overeenkomsten">{`← ${say.title}`}</Link>}>
          <NewForm organisations={organisations.map(({ id, name }) => [id, name] as const)} />
        </Page>
      )}
    </LoadedPage>
  );
}

function NewForm({ organisations }: { organisations: readonly (readonly [string, string])[] }) {
  const { agreements: say } = useText();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: START(),
    check: (draft) => missing(['organisationId', draft.organisationId, say.required.organisation], ['title', draft.title, say.required.title], ['categories', draft.categories, say.required.categories]),
    send: (draft) => {
      const body = { ...bodyOf(draft), organisationId: draft.organisationId };
      return dataOf(api.POST('/v1/data-sharing-agreements', { params: { header: once(body) }, body }));
    },
    done: ({ id }) => {
      announce(say.recorded);
      void navigate({ to: '/privacy/overeenkomsten/$id', params: { id } });
    },
  });
  return (
    <Form form={form} submit={say.submit}>
      <SelectField label={say.organisation} options={organisations} {...form.bind('organisationId')} />
      <AgreementFields bind={form.bind} />
    </Form>
  );
}

/** The officer compares with the signed paper, corrects where needed, and confirms. */
export function ConfirmForm({ agreement }: { agreement: Agreement }) {
  const { agreements: say } = useText();
  const announce = useAnnounce();
  const { id, version } = agreement;
  const form = useForm({
    initial: draftOf(agreement),
    check: (draft) => missing(['title', draft.title, say.required.title], ['signedOn', draft.signedOn, say.required.signedOn], ['categories', draft.categories, say.required.categories]),
    send: (draft) => api.PATCH('/v1/data-sharing-agreements/{id}', { params: { path: { id }, header: ifMatch(version) }, body: bodyOf(draft) }),
    done: () => announce(say.confirmed),
  });
  return (
    <Form form={form} submit={say.confirm}>
      <AgreementFields bind={form.bind} />
    </Form>
  );
}

const draftOf = ({ organisation, title, reference, signedOn, validFrom, validUntil, categories, documentReference, state }: Agreement): Draft => ({
  organisationId: organisation.id,
  // What an upgrade wrote is no title of an agreement.
  title: state === 'taken-over' ? '' : title,
  reference: reference ?? '', signedOn: signedOn ?? '', validFrom, validUntil, categories: [...categories], documentReference: documentReference ?? '',
});

type Bind = <K extends keyof Draft & string>(name: K) => Bound<Draft[K]>;

function AgreementFields({ bind }: { bind: Bind }) {
  const { agreements: say, words } = useText();
  return (
    <>
      <TextField label={say.titleField} {...bind('title')} />
      <TextField optional short label={say.reference} {...bind('reference')} />
      <DateField label={say.signedOn} hint={say.signedOnHint} {...bind('signedOn')} />
      <DateField label={say.from} {...bind('validFrom')} />
      <DateField label={say.until} hint={say.untilHint} {...bind('validUntil')} />
      <CheckboxesField label={say.categories} hint={say.categoriesHint} options={Object.entries(words.category) as [DataCategory, string][]} {...bind('categories')} />
      <TextField optional label={say.document} hint={say.documentHint} {...bind('documentReference')} />
    </>
  );
}
