import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole } from '../../api/session.js';
import type { SignalState } from '../../api/types.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { PrimaryLink } from '../../components/links.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { SignalTable } from './SignalTable.js';

const route = getRouteApi('/in/wachtlijst/signalen');
const STATES: readonly SignalState[] = ['new', 'visit-planned', 'not-reached', 'spoken', 'waiting-list', 'no-help', 'already-helped', 'given-up'];

export function SignalsPage() {
  const { signals, waitingList, common } = useText();
  const { stand } = route.useSearch();
  const mayImport = useHasRole('case-worker');
  const pages = usePages(['early-signals', stand], (cursor) => dataOf(api.GET('/v1/early-signals', { params: { query: { cursor, limit: 25, state: stand } } })));
  return (
    <Page
      wide
      title={signals.title}
      lead={signals.lead}
      back={<Link to="/wachtlijst">{`← ${common.back}: ${waitingList.title}`}</Link>}
      action={mayImport && <PrimaryLink to="/wachtlijst/signalen/inlezen">{signals.import}</PrimaryLink>}
    >
      <YearCount />
      <StateFilter />
      <Loaded query={pages} bones={8}>
        {({ items }) => (items.length === 0 ? <Empty title={stand ? signals.emptyFilter : signals.emptyTitle} /> : <SignalTable signals={items} />)}
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

/** How many visits this year, against the target of the municipality. */
function YearCount() {
  const { signals } = useText();
  const year = Number(today().slice(0, 4));
  const query = useQuery({ queryKey: ['home-visits', year], queryFn: () => dataOf(api.GET('/v1/early-signals/year-count', { params: { query: { year } } })) });
  return (
    <section className="sheet" aria-labelledby="huisbezoeken">
      <h2 id="huisbezoeken">{signals.yearTitle}</h2>
      <Loaded query={query} bones={1}>
        {({ sentence, notAtHome }) => (
          <>
            <p>{sentence}</p>
            <p className="small quiet">
              {signals.yearMore} {notAtHome === 0 ? '' : `${signals.tries(notAtHome)}.`}
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function StateFilter() {
  const { signals } = useText();
  return (
    <FilterLinks label={signals.filter}>
      <Link to="/wachtlijst/signalen" search={{}} activeOptions={{ exact: true }}>
        {signals.open}
      </Link>
      {STATES.map((state) => (
        <Link key={state} to="/wachtlijst/signalen" search={{ stand: state }} activeOptions={{ exact: true }}>
          {signals.states[state]}
        </Link>
      ))}
    </FilterLinks>
  );
}
