import type { TeamBoard } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { useText } from '../../i18n/index.js';

type Row = TeamBoard['regisseurs'][number];

export function RegisseursTable({ rows }: { rows: readonly Row[] }) {
  const { board } = useText();
  const columns: Column<Row>[] = [
    { label: board.name, cell: (row) => <Name row={row} /> },
    { label: board.caseload, cell: (row) => <Caseload row={row} /> },
    { label: board.scaledUp, numeric: true, cell: ({ scaledUp }) => scaledUp },
    { label: board.lateReferrals, numeric: true, cell: ({ lateReferrals }) => <Late count={lateReferrals} /> },
    { label: board.lateReminders, numeric: true, cell: ({ lateReminders }) => <Late count={lateReminders} /> },
  ];
  return <DataTable caption={board.regisseurs} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Name({ row: { name, teamName } }: { row: Row }) {
  return (
    <span className="stack-s">
      {name}
      <span className="small quiet">{teamName}</span>
    </span>
  );
}

function Caseload({ row: { caseload, bandMin, bandMax, level } }: { row: Row }) {
  const { board } = useText();
  return (
    <span className="stack-s">
      <span className={level === 'above' ? 'late' : undefined}>
        {caseload} – {board.level[level]}
      </span>
      <span className="small quiet">{board.band(bandMin, bandMax)}</span>
    </span>
  );
}

const Late = ({ count }: { count: number }) => <span className={count > 0 ? 'late' : 'quiet'}>{count}</span>;
