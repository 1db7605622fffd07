import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { Empty } from '../../components/Empty.js';
import { FilterLinks } from '../../components/FilterLinks.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { InboxLine } from './InboxLine.js';

const route = getRouteApi('/in/berichten');

export function InboxPage() {
  const { inbox } = useText();
  const onlyUnread = route.useSearch().toon === 'ongelezen';
  const pages = usePages(['inbox', onlyUnread], (cursor) =>
    dataOf(api.GET('/v1/inbox', { params: { query: { cursor, limit: 25, unread: onlyUnread || undefined } } })),
  );
  return (
    <Page title={inbox.title} lead={inbox.lead}>
      <FilterLinks label={inbox.filter}>
        <Link to="/berichten" activeOptions={{ exact: true }} search={{}}>
          {inbox.everything}
        </Link>
        <Link to="/berichten" search={{ toon: 'ongelezen' }}>
          {inbox.onlyUnread}
        </Link>
      </FilterLinks>
      <Loaded query={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={inbox.emptyTitle}>
              <p>{onlyUnread ? inbox.emptyUnread : inbox.empty}</p>
            </Empty>
          ) : (
            <ul className="lines">
              {items.map((item) => (
                <InboxLine key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}
