import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf, ifMatch } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import type { Dossier } from '../../api/types.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Form, LongTextField, missing, useForm } from '../../components/form/index.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/in/gezinnen/$id/teruggeven');

export function DeclinePage() {
  const { dossier: say, common } = useText();
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  return (
    <Page title={say.declineTitle} lead={say.declineLead} back={<Link to="/gezinnen/$id" params={{ id }}>{`← ${common.back}`}</Link>}>
      <Loaded query={query}>{({ proposal }) => proposal && <DeclineForm proposal={proposal} />}</Loaded>
    </Page>
  );
}

function DeclineForm({ proposal }: { proposal: NonNullable<Dossier['proposal']> }) {
  const { dossier: say } = useText();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const form = useForm({
    initial: { reason: '' },
    draft: { key: `teruggeven.${id}` },
    check: ({ reason }) => missing(['reason', reason, say.declineRequired]),
    send: (body) =>
      dataOf(
        api.POST('/v1/households/{id}/assignments/{assignmentId}/decline', {
          params: { path: { id, assignmentId: proposal.assignmentId }, header: ifMatch(proposal.version) },
          body,
        }),
      ),
    done: () => {
      announce(say.declined);
      void navigate({ to: '/' });
    },
  });
  return (
    <Form form={form} submit={say.declineSubmit}>
      <LongTextField label={say.declineReason} {...form.bind('reason')} />
    </Form>
  );
}
