import { Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadMore } from '../../components/LoadMore.js';
import { Page } from '../../components/Page.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Agreement } from './types.js';

export function AgreementsPage() {
  const { agreements: say, privacy } = useText();
  const pages = usePages(['agreements'], (cursor) => dataOf(api.GET('/v1/data-sharing-agreements', { params: { query: { cursor, limit: 50 } } })));
  return (
    <Page
      wide
      title={say.title}
      lead={say.lead}
      back={<Link to="/privacy">{`← ${privacy.title}`}</Link>}
      action={<PrimaryLink to="/privacy/overeenkomsten/nieuw">{say.add}</PrimaryLink>}
    >
      <Loaded query={pages}>{({ items }) => (items.length === 0 ? <Empty title={say.emptyTitle}><p>{say.empty}</p></Empty> : <Agreements agreements={items} />)}</Loaded>
      <LoadMore pages={pages} />
    </Page>
  );
}

function Agreements({ agreements }: { agreements: readonly Agreement[] }) {
  const { agreements: say } = useText();
  const waiting = agreements.filter(({ state }) => state === 'taken-over').length;
  const columns: Column<Agreement>[] = [
    {
      label: say.organisation,
      cell: ({ id, organisation, title }) => (
        <span className="stack-s">
          <Link to="/privacy/overeenkomsten/$id" params={{ id }}>
            {organisation.name}
          </Link>
          <span className="small quiet">{title}</span>
        </span>
      ),
    },
    { label: say.standing, cell: (agreement) => <Standing agreement={agreement} /> },
    { label: say.until, cell: ({ validUntil }) => <When date={validUntil} /> },
    { label: say.openReferrals, cell: ({ openReferrals }) => openReferrals ?? '–', numeric: true },
  ];
  return (
    <div className="stack">
      {waiting > 0 && <p className="note">{say.toConfirm(waiting)}</p>}
      <DataTable caption={say.title} columns={columns} rows={agreements} keyOf={({ id }) => id} />
    </div>
  );
}

export function Standing({ agreement: { standing, inForce, state } }: { agreement: Agreement }) {
  const tone = state === 'taken-over' ? 'warm' : inForce ? 'open' : 'plain';
  return <Word tone={tone}>{standing}</Word>;
}
