import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole } from '../../api/session.js';
import type { Urgency } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { PrimaryLink, SecondaryLink } from '../../components/links.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { WaitingTable } from './WaitingTable.js';

const route = getRouteApi('/in/wachtlijst');
const urgencies: readonly Urgency[] = ['spoed', 'hoog', 'normaal', 'laag'];

export function WaitingListPage() {
  const { waitingList, waiting } = useText();
  const { urgentie } = route.useSearch();
  const mayTakeIn = useHasRole('case-worker');
  const pages = usePages(['waiting-list', urgentie], (cursor) =>
    dataOf(api.GET('/v1/waiting-list', { params: { query: { cursor, limit: 25, urgency: urgentie } } })),
  );
  return (
    <Page wide title={waitingList.title} lead={waitingList.lead} action={mayTakeIn && <TakeInLinks />}>
      <p className="actions">
        <Link to="/wachtlijst/verloop">{waiting.trend}</Link>
        <Link to="/wachtlijst/signalen">{waiting.signals}</Link>
      </p>
      <UrgencyFilter />
      <Loaded query={pages} bones={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={urgentie ? waitingList.emptyFilter : waitingList.emptyTitle}>{!urgentie && <p>{waitingList.empty}</p>}</Empty>
          ) : (
            <WaitingTable households={items} />
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

function TakeInLinks() {
  const { waitingList } = useText();
  return (
    <div className="actions">
      <SecondaryLink to="/wachtlijst/importeren">{waitingList.import}</SecondaryLink>
      <PrimaryLink to="/wachtlijst/nieuw">{waitingList.add}</PrimaryLink>
    </div>
  );
}

function UrgencyFilter() {
  const { common, waitingList, words } = useText();
  return (
    <FilterLinks label={waitingList.urgency}>
      <Link to="/wachtlijst" search={{}} activeOptions={{ exact: true }}>
        {common.all}
      </Link>
      {urgencies.map((urgency) => (
        <Link key={urgency} to="/wachtlijst" search={{ urgentie: urgency }} activeOptions={{ exact: true }}>
          {words.urgency[urgency]}
        </Link>
      ))}
    </FilterLinks>
  );
}
