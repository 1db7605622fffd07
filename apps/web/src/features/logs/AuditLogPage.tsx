import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { AuditFilterForm } from './AuditFilterForm.js';
import { AuditTable } from './AuditTable.js';

const route = getRouteApi('/in/privacy/logboek');

/** The log as the privacy officer reads it: people who work here by name, families by case number. */
export function AuditLogPage() {
  const { auditLog: say, common, privacy } = useText();
  const search = route.useSearch();
  const { zaak: householdCase, medewerker: userId, actie: action, vanaf: from, tot: until } = search;
  const pages = usePages(['audit-log', search], (cursor) =>
    dataOf(api.GET('/v1/audit-log', { params: { query: { cursor, limit: 50, householdCase, userId, action, from, until } } })),
  );
  return (
    <Page wide title={say.title} lead={say.lead} back={<Link to="/privacy">{`← ${common.back}: ${privacy.title}`}</Link>}>
      <AuditFilterForm key={JSON.stringify(search)} search={search} />
      {Object.keys(search).length > 0 && (
        <p>
          {say.filtered}{' '}
          <Link to="/privacy/logboek" search={{}}>
            {say.everything}
          </Link>
        </p>
      )}
      <Loaded query={pages} bones={8}>
        {({ items }) => (items.length === 0 ? <Empty title={say.empty} /> : <AuditTable items={items} />)}
      </Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}
