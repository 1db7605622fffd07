import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.js';
import type { IntakeImport } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Fold } from '../../components/Fold.js';
import { Facts } from '../../components/Facts.js';
import { PrimaryLink } from '../../components/links.js';
import { LoadedPage } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

const route = getRouteApi('/in/wachtlijst/importeren/$id');

export function ImportResultPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: () => dataOf(api.GET('/v1/intake-imports/{id}', { params: { path: { id } } })),
  });
  return <LoadedPage query={query}>{(result) => <Result result={result} />}</LoadedPage>;
}

function Result({ result }: { result: IntakeImport }) {
  const { imports, common } = useText();
  return (
    <Page
      wide
      title={imports.resultTitle}
      lead={`${result.fileName}: ${imports.summary(result.takenRows, result.rowCount)}`}
      back={<Link to="/wachtlijst/importeren">{`← ${common.back}: ${imports.title}`}</Link>}
      action={<PrimaryLink to="/wachtlijst">{imports.toWaitingList}</PrimaryLink>}
    >
      <Facts
        facts={[
          [imports.imported, <When key="when" date={result.importedAt} />],
          [imports.rows, String(result.rowCount)],
          [imports.taken, String(result.takenRows)],
          [imports.newHouseholds, String(result.newHouseholds)],
          [imports.newMembers, String(result.newMembers)],
          [imports.known, String(result.alreadyKnown)],
          [imports.refused, String(result.refusedRows)],
        ]}
      />
      <Refused result={result} />
      {result.warnings.length > 0 && (
        <div className="folds">
          <Fold title={imports.warnings} count={result.warnings.length}>
            <RowTable caption={imports.warnings} rows={result.warnings} />
          </Fold>
        </div>
      )}
    </Page>
  );
}

function Refused({ result }: { result: IntakeImport }) {
  const { imports } = useText();
  if (result.refusedRows === 0) return <p className="note note--calm">{imports.allGood}</p>;
  return (
    <section className="stack">
      <h2>{imports.refusedTitle(result.refusedRows)}</h2>
      <p>{imports.refusedHelp}</p>
      <p>
        <a className="button" href={`/v1/intake-imports/${result.id}/refused-rows`} download>
          {imports.download}
        </a>
      </p>
      <RowTable caption={imports.refused} rows={result.refusals} />
    </section>
  );
}

type Row = IntakeImport['warnings'][number];

function RowTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const { imports } = useText();
  const columns: Column<Row>[] = [
    { label: imports.row, cell: (row) => <span className="nowrap">{`${imports.row} ${row.rowNumber}`}</span> },
    { label: imports.key, cell: (row) => row.key },
    { label: imports.column, cell: (row) => row.column },
    { label: imports.reason, cell: (row) => row.reason },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={(row) => `${row.rowNumber}-${row.column}-${row.reason}`} />;
}
