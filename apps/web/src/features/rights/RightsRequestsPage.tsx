import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import type { RightsItem } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { PrimaryLink } from '../../components/links.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText, type Messages } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { RightsStateWord, Term } from './RightsWords.js';

const route = getRouteApi('/in/privacy/verzoeken');

export function RightsRequestsPage() {
  const { rights: say, common, privacy } = useText();
  const state = route.useSearch().status ?? 'open';
  const pages = usePages(['rights-requests', state], (cursor) => dataOf(api.GET('/v1/rights-requests', { params: { query: { state, cursor, limit: 50 } } })));
  return (
    <Page
      wide
      title={say.title}
      lead={say.lead}
      back={<Link to="/privacy">{`← ${common.back}: ${privacy.title}`}</Link>}
      action={<PrimaryLink to="/privacy/verzoeken/nieuw">{say.record}</PrimaryLink>}
    >
      <FilterLinks label={say.filter}>
        <Link to="/privacy/verzoeken" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          {say.open}
        </Link>
        <Link to="/privacy/verzoeken" search={{ status: 'done' }} activeOptions={{ exact: true, includeSearch: true }}>
          {say.done}
        </Link>
      </FilterLinks>
      <Loaded query={pages} bones={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={state === 'open' ? say.emptyOpen : say.emptyDone} />
          ) : (
            <DataTable caption={say.caption} columns={columns(say)} rows={items} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

const columns = (say: Messages['rights']): Column<RightsItem>[] => [
  {
    label: say.request,
    cell: ({ id, kind, caseNumber }) => (
      <Link to="/privacy/verzoeken/$id" params={{ id }} aria-label={say.one(say.kinds[kind], caseNumber)}>
        {say.kinds[kind]}
      </Link>
    ),
  },
  { label: say.family, cell: ({ caseNumber }) => <span className="nowrap">{caseNumber}</span> },
  { label: say.term, cell: (request) => <Term request={request} /> },
  { label: say.received, cell: ({ receivedOn }) => <When date={receivedOn} /> },
  { label: say.state, cell: ({ state }) => <RightsStateWord state={state} /> },
];
