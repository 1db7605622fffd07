import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useHasRole } from '../../api/session.js';
import type { BreakGlass } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText, type Messages } from '../../i18n/index.js';
import { When } from '../../time/When.js';

const route = getRouteApi('/in/privacy/noodtoegang');
const states = ['over', 'running', 'reviewed'] as const;

export function BreakGlassListPage() {
  const { breakGlass: say } = useText();
  const { status } = route.useSearch();
  const pages = usePages(['break-glass', status], (cursor) => dataOf(api.GET('/v1/break-glass', { params: { query: { cursor, limit: 50, state: status } } })));
  return (
    <Page wide title={say.reviewTitle} lead={say.reviewLead} back={<Back />}>
      <Filters />
      <Loaded query={pages} bones={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status ? say.emptyFilter : say.empty} />
          ) : (
            <DataTable caption={say.caption} columns={columns(say)} rows={items} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

/** The privacy officer comes from the own desk, the team lead from a message. */
export function Back() {
  const { common, privacy, households } = useText();
  return useHasRole('privacy-officer') ? <Link to="/privacy">{`← ${common.back}: ${privacy.title}`}</Link> : <Link to="/gezinnen">{`← ${common.back}: ${households.title}`}</Link>;
}

function Filters() {
  const { breakGlass: say, common } = useText();
  return (
    <FilterLinks label={say.filter}>
      <Link to="/privacy/noodtoegang" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
        {common.all}
      </Link>
      {states.map((state) => (
        <Link key={state} to="/privacy/noodtoegang" search={{ status: state }} activeOptions={{ exact: true, includeSearch: true }}>
          {say.states[state]}
        </Link>
      ))}
    </FilterLinks>
  );
}

const columns = (say: Messages['breakGlass']): Column<BreakGlass>[] => [
  {
    label: say.who,
    cell: ({ id, user }) => (
      <Link to="/privacy/noodtoegang/$id" params={{ id }}>
        {user.name}
      </Link>
    ),
  },
  { label: say.family, cell: ({ caseNumber }) => <span className="nowrap">{caseNumber}</span> },
  { label: say.when, cell: ({ startedAt }) => <When date={startedAt} /> },
  { label: say.why, cell: ({ reason }) => reason },
  { label: say.state, cell: (one) => <StateWord one={one} /> },
];

export function StateWord({ one: { state, outcome } }: { one: BreakGlass }) {
  const { breakGlass: say } = useText();
  const tone = state === 'reviewed' ? '' : state === 'running' ? ' word--alarm' : ' word--warm';
  return <span className={`word${tone}`}>{outcome ? say.outcomes[outcome] : say.states[state]}</span>;
}
