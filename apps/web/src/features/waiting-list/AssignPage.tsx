import { queryOptions, useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { Regisseur } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, useForm, type Option } from '../../components/form/index.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText, type Messages } from '../../i18n/index.js';

const route = getRouteApi('/in/wachtlijst/$id/regisseur');

const regisseursQuery = queryOptions({
  queryKey: ['regisseurs'],
  queryFn: () => dataOf(api.GET('/v1/regisseurs')),
});

export function AssignPage() {
  const { assign, common, waitingList } = useText();
  const { id } = route.useParams();
  const [dossier, regisseurs] = useQueries({ queries: [dossierQuery(id), regisseursQuery] });
  return (
    <LoadedPage query={together(dossier, regisseurs)}>
      {([household, { items }]) => (
        <Page
          title={assign.title}
          lead={assign.lead(household.name)}
          back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}
        >
          <AssignForm regisseurs={items} version={household.version} />
        </Page>
      )}
    </LoadedPage>
  );
}

function AssignForm({ regisseurs, version }: { regisseurs: readonly Regisseur[]; version: number }) {
  const { assign } = useText();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { regisseurId: '', note: '' },
    draft: { key: `voorstel.${id}` },
    check: ({ regisseurId }) => missing(['regisseurId', regisseurId, assign.choose]),
    send: (body) =>
      dataOf(
        api.POST('/v1/households/{id}/assignments', {
          params: { path: { id }, header: { ...once([id, body]), ...ifMatch(version) } },
          body: { regisseurId: body.regisseurId, note: body.note || undefined },
        }),
      ),
    done: () => {
      announce(assign.done);
      void navigate({ to: '/wachtlijst' });
    },
  });
  return (
    <Form form={form} submit={assign.submit}>
      <RadioField label={assign.regisseur} options={optionsOf(regisseurs, assign)} {...form.bind('regisseurId')} />
      <LongTextField optional label={assign.note} hint={assign.noteHint} {...form.bind('note')} />
    </Form>
  );
}

/** Who has most room comes first; the team lead may still choose someone else. */
function optionsOf(regisseurs: readonly Regisseur[], assign: Messages['assign']): Option[] {
  const room = (regisseur: Regisseur) => regisseur.bandMax - regisseur.caseload;
  const full = ({ level }: Regisseur) => level === 'full' || level === 'above';
  return [...regisseurs]
    .sort((a, b) => room(b) - room(a))
    .map((one) => [one.id, one.name, assign.load(one.caseload, one.bandMin, one.bandMax) + (full(one) ? `, ${assign.full}` : '')]);
}
