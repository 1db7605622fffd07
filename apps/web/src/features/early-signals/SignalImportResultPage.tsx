import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { SignalImport } from '../../api/types.js';
import { Facts } from '../../components/Facts.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { RefusedTable } from './RefusedTable.js';

const route = getRouteApi('/in/wachtlijst/signalen/inlezen/$id');

export function SignalImportResultPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['early-signal-import', id], queryFn: () => dataOf(api.GET('/v1/early-signal-imports/{id}', { params: { path: { id } } })) });
  return <LoadedPage query={query}>{(result) => <Result result={result} />}</LoadedPage>;
}

function Result({ result }: { result: SignalImport }) {
  const { signals, common } = useText();
  return (
    <Page
      title={signals.resultTitle}
      lead={result.fileName}
      back={<Link to="/wachtlijst/signalen/inlezen">{`← ${common.back}: ${signals.importTitle}`}</Link>}
      action={<PrimaryLink to="/wachtlijst/signalen">{signals.title}</PrimaryLink>}
    >
      <Facts
        facts={[
          [signals.received, <When key="w" date={result.importedAt} />],
          [signals.rows, String(result.rowCount)],
          [signals.newSignals, String(result.newSignals)],
          [signals.newCases, String(result.newCases)],
          [signals.known, String(result.known)],
          [signals.refused, String(result.refusedRows)],
        ]}
      />
      {result.refusedRows > 0 && (
        <section className="stack" aria-labelledby="geweigerd">
          <h2 id="geweigerd">{signals.refused}</h2>
          <p>{signals.refusedHelp}</p>
          <p>
            <a className="button" href={`/v1/early-signal-imports/${result.id}/refused-rows`} download>
              {signals.download}
            </a>
          </p>
          <RefusedTable rows={result.refusals} />
        </section>
      )}
    </Page>
  );
}
