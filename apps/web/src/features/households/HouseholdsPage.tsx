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
import { ordered, type Order } from './order.js';

const route = getRouteApi('/in/gezinnen');
const states: readonly HouseholdState[] = ['intake', 'draft-plan', 'active', 'scaled-up', 'aftercare', 'closed'];

export function HouseholdsPage() {
  const { households } = useText();
  const { status, volgorde = 'nextStep' } = route.useSearch();
  const mine = useHasRole('regisseur');
  const team = useHasRole('team-lead');
  const pages = usePages(['households', status], (cursor) =>
    dataOf(api.GET('/v1/households', { params: { query: { cursor, limit: 50, state: status } } })),
  );
  return (
    <Page
      wide
      title={mine ? households.titleMine : households.title}
      lead={mine ? households.lead : team ? households.leadTeam : households.leadIntake}
    >
      <Filters />
      <Loaded query={pages} bones={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status ? households.emptyFilter : households.emptyTitle}>{!status && <p>{households.empty}</p>}</Empty>
          ) : (
            <HouseholdsTable rows={ordered(items, volgorde)} />
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
  const { households, substitution, breakGlass, bsn } = useText();
  const { maySeeBsn } = useMe();
  return (
    <nav className="also" aria-label={households.also}>
      {maySeeBsn && <Link to="/gezinnen/op-bsn">{bsn.find.title}</Link>}
      {(mine || team) && <Link to="/waarneming">{substitution.arrangeTitle}</Link>}
      <Link to="/noodtoegang">{breakGlass.ask}</Link>
      {team && <Link to="/privacy/noodtoegang">{breakGlass.reviewTitle}</Link>}
    </nav>
  );
}

function Filters() {
  const { households, words, common } = useText();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gezinnen' });
  const refine = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next }, replace: true });
  const orders = Object.entries(households.sortBy) as [Order, string][];
  return (
    <div className="filters">
      <Choice
        label={households.state}
        value={search.status ?? ''}
        options={[['', common.all], ...states.map((state) => [state, words.household[state]] as const)]}
        onChange={(value) => refine({ status: (value || undefined) as typeof search.status })}
      />
      <Choice
        label={households.sort}
        value={search.volgorde ?? 'nextStep'}
        options={orders}
        onChange={(value) => refine({ volgorde: value as Order })}
      />
    </div>
  );
}
