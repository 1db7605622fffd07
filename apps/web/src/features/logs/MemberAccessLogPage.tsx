import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { dossierQuery } from '../../api/household.js';
import { usePages } from '../../api/pages.js';
import type { Dossier } from '../../api/types.js';
import { AccessLogLines } from '../../components/AccessLogLines.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { Loaded, LoadedPage } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';

const route = getRouteApi('/in/gezinnen/$id/inzage');

/** For somebody without an account: the regisseur shows it at the table, or prints it. */
export function MemberAccessLogPage() {
  const { id } = route.useParams();
  return <LoadedPage query={useQuery(dossierQuery(id))}>{(dossier) => <Log dossier={dossier} />}</LoadedPage>;
}

function Log({ dossier }: { dossier: Dossier }) {
  const { accessLog: say, common } = useText();
  const { lid } = route.useSearch();
  const member = dossier.members.find(({ id }) => id === lid) ?? dossier.members[0];
  return (
    <Page
      title={member ? say.of(member.name) : say.title}
      tabTitle={`${say.title} ${dossier.caseNumber}`}
      lead={say.lead}
      back={<Link to="/gezinnen/$id" params={{ id: dossier.id }}>{`← ${common.back}: ${dossier.name}`}</Link>}
    >
      <FilterLinks label={say.whose}>
        {dossier.members.map(({ id, name }) => (
          <Link key={id} to="/gezinnen/$id/inzage" params={{ id: dossier.id }} search={{ lid: id }} aria-current={id === member?.id ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </FilterLinks>
      {member && <Lines householdId={dossier.id} memberId={member.id} />}
    </Page>
  );
}

function Lines({ householdId, memberId }: { householdId: string; memberId: string }) {
  const { accessLog: say } = useText();
  const pages = usePages(['access-log', memberId], (cursor) =>
    dataOf(api.GET('/v1/households/{id}/members/{memberId}/access-log', { params: { path: { id: householdId, memberId }, query: { cursor, limit: 50 } } })),
  );
  return (
    <>
      <p>
        <a className="button" href={`/v1/households/${householdId}/members/${memberId}/access-log.pdf`} download>
          {say.download}
        </a>
      </p>
      <Loaded query={pages}>{({ items }) => <AccessLogLines items={items} level="h2" />}</Loaded>
      <LoadMore pages={pages} />
    </>
  );
}
