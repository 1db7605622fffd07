import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole, useMe } from '../../api/session.js';
import type { HouseholdState } from '../../api/types.js';
import { Choice } from '../../components/Choice.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { HouseholdsTable } from './HouseholdsTable.js';
import { SavedViews } from './SavedViews.js';

const route = getRouteApi('/in/gezinnen');
const states: readonly HouseholdState[] = ['intake', 'draft-plan', 'active', 'scaled-up', 'aftercare', 'closed'];

export function HouseholdsPage() {
  const { households } = useText();
  const { status, wanneer, volgorde } = route.useSearch();
  const mine = useHasRole('regisseur');
  const team = useHasRole('team-lead');
  const pages = usePages(['households', status, wanneer, volgorde], (cursor) =>
    dataOf(api.GET('/v1/households', { params: { query: { cursor, limit: 50, state: status, due: wanneer, order: volgorde } } })),
  );
  return (
    <Page
      wide
      title={mine ? households.titleMine : households.title}
      lead={mine ? households.lead : team ? households.leadTeam : households.leadIntake}
    >
      <SavedViews dated={!team} />
      <Filters dated={!team} />
      <Loaded query={pages} bones={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status || wanneer ? households.emptyFilter : households.emptyTitle}>{!status && !wanneer && <p>{households.empty}</p>}</Empty>
          ) : (
            <HouseholdsTable rows={items} dated={!team} />
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
      <Also mine={mine} team={team} />
    </Page>
  );
}

/** What has to do with who is in which dossier, and is not done every day. */
function Also({ mine, team }: { mine: boolean; team: boolean }) {
  const { households, people, substitution, breakGlass, bsn } = useText();
  const onDuty = useHasRole('case-worker');
  const { maySeeBsn } = useMe();
  return (
    <nav className="also" aria-label={households.also}>
      {maySeeBsn && <Link to="/gezinnen/op-bsn">{bsn.find.title}</Link>}
      {(mine || team) && <Link to="/waarneming">{substitution.arrangeTitle}</Link>}
      {(mine || onDuty) && <Link to="/achterwacht">{people.backupsLink}</Link>}
      <Link to="/noodtoegang">{breakGlass.ask}</Link>
      {team && <Link to="/privacy/noodtoegang">{breakGlass.reviewTitle}</Link>}
    </nav>
  );
}

/** A team lead reads them by name: what is due in a dossier is not for the team lead. */
function Filters({ dated }: { dated: boolean }) {
  const { households, words, common } = useText();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gezinnen' });
  const refine = (next: { [K in keyof typeof search]?: string }) =>
    void navigate({ search: { ...search, ...(Object.fromEntries(Object.entries(next).map(([key, value]) => [key, value || undefined])) as typeof search) }, replace: true });
  return (
    <div className="filters">
      <Choice
        label={households.state}
        value={search.status ?? ''}
        options={[['', common.all], ...states.map((state) => [state, words.household[state]] as const)]}
        onChange={(status) => refine({ status })}
      />
      {dated && (
        <>
          <Choice
            label={households.due}
            value={search.wanneer ?? ''}
            options={[['', common.all], ...Object.entries(households.dueBy)]}
            onChange={(wanneer) => refine({ wanneer })}
          />
          <Choice
            label={households.sort}
            value={search.volgorde ?? 'next-step'}
            options={Object.entries(households.sortBy)}
            onChange={(volgorde) => refine({ volgorde })}
          />
        </>
      )}
    </div>
  );
}
