import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, ifMatch } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import type { Dossier } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/in/gezinnen/$id/regie-stoppen');

export function EndAssignmentPage() {
  const { endAssignment: say, common } = useText();
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  return (
    <LoadedPage query={query}>
      {({ name, caseNumber, regisseur }) => (
        <Page
          title={say.title}
          tabTitle={`${say.title} ${caseNumber}`}
          lead={regisseur && say.lead(name, regisseur.name)}
          back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}
        >
          {regisseur && <EndForm regisseur={regisseur} />}
        </Page>
      )}
    </LoadedPage>
  );
}

function EndForm({ regisseur }: { regisseur: NonNullable<Dossier['regisseur']> }) {
  const { endAssignment: say } = useText();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => missing(['reason', reason, say.required]),
    send: (body) =>
      api.POST('/v1/households/{id}/assignments/{assignmentId}/end', {
        params: { path: { id, assignmentId: regisseur.assignmentId }, header: ifMatch(regisseur.version) },
        body,
      }),
    done: () => {
      announce(say.done);
      void navigate({ to: '/gezinnen/$id', params: { id } });
    },
  });
  return (
    <Form form={form} submit={say.submit}>
      <p>{say.happens}</p>
      <LongTextField label={say.reason} {...form.bind('reason')} />
    </Form>
  );
}
