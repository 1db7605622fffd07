import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { Choice } from '../../components/Choice.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { FUND_STATES } from '../../routes/search.js';
import { FundBalances } from './FundBalances.js';
import { FundTable } from './FundTable.js';

const route = getRouteApi('/in/fonds');

export function FundPage() {
  const { fund } = useText();
  const { status } = route.useSearch();
  const pages = usePages(['fund-requests', status], (cursor) =>
    dataOf(api.GET('/v1/fund-requests', { params: { query: { state: status, cursor, limit: 25 } } })),
  );
  return (
    <Page wide title={fund.title} lead={fund.lead}>
      <FundBalances />
      <section className="stack" aria-labelledby="requests">
        <h2 id="requests">{fund.requests}</h2>
        <StateFilter />
        <Loaded query={pages}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={fund.emptyTitle}>
                <p>{status ? fund.emptyFilter : fund.empty}</p>
              </Empty>
            ) : (
              <FundTable requests={items} />
            )
          }
        </Loaded>
        <LoadMore pages={pages} />
      </section>
    </Page>
  );
}

function StateFilter() {
  const { fund, words, common } = useText();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/fonds' });
  return (
    <div className="filters">
      <Choice
        label={fund.state}
        value={search.status ?? ''}
        options={[['', common.all], ...FUND_STATES.map((state) => [state, words.fund[state]] as const)]}
        onChange={(value) => void navigate({ search: { status: (value || undefined) as typeof search.status }, replace: true })}
      />
    </div>
  );
}
