import type { SignalPreview } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { useText } from '../../i18n/index.js';

type Row = SignalPreview['refusals'][number];

export function RefusedTable({ rows }: { rows: readonly Row[] }) {
  const { signals } = useText();
  const columns: Column<Row>[] = [
    { label: signals.row, cell: (row) => <span className="nowrap">{`${signals.row} ${row.rowNumber}`}</span> },
    { label: signals.column, cell: (row) => row.column },
    { label: signals.reason, cell: (row) => row.reason },
  ];
  return <DataTable caption={signals.refused} columns={columns} rows={rows} keyOf={(row) => `${row.rowNumber}-${row.column}-${row.reason}`} />;
}
