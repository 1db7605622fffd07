import { queryOptions, useQueries } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import { useIdempotencyKey } from '../../api/idempotency.js';
import type { Regisseur } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, RadioField, useForm } from '../../components/form/index.js';
import { AboveBand } from '../../components/AboveBand.js';
import { candidateOptions } from '../../components/candidates.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { together } from '../../components/together.js';
import { useText } from '../../i18n/index.js';

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
  const { assign, caseload, handover } = useText();
  const { id } = route.useParams();
  const isAbove = (regisseurId: string) => regisseurs.some((one) => one.id === regisseurId && one.wouldBeAbove);
  const navigate = useNavigate();
  const announce = useAnnounce();
  const once = useIdempotencyKey();
  const form = useForm({
    initial: { regisseurId: '', note: '', overrideReason: '' },
    draft: { key: `voorstel.${id}` },
    check: ({ regisseurId, overrideReason }) =>
      missing(['regisseurId', regisseurId, assign.choose], ['overrideReason', isAbove(regisseurId) ? overrideReason : 'x', handover.required.overrideReason]),
    send: (body) =>
      dataOf(
        api.POST('/v1/households/{id}/assignments', {
          params: { path: { id }, header: { ...once([id, body]), ...ifMatch(version) } },
          body: {
            regisseurId: body.regisseurId,
            note: body.note || undefined,
            overrideReason: isAbove(body.regisseurId) ? body.overrideReason : undefined,
          },
        }),
      ),
    done: () => {
      announce(assign.done);
      void navigate({ to: '/wachtlijst' });
    },
  });
  const chosen = regisseurs.find((one) => one.id === form.values.regisseurId);
  return (
    <Form form={form} submit={assign.submit}>
      <RadioField label={assign.regisseur} options={candidateOptions(regisseurs, caseload)} {...form.bind('regisseurId')} />
      {chosen?.wouldBeAbove && <AboveBand person={chosen} mayOverride question={form.bind('overrideReason')} />}
      <LongTextField optional label={assign.note} hint={assign.noteHint} {...form.bind('note')} />
    </Form>
  );
}
