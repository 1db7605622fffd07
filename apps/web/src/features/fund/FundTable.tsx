import { Link } from '@tanstack/react-router';
import type { FundRow } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { writeEuro } from '../../components/money.js';
import { FundWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function FundTable({ requests }: { requests: readonly FundRow[] }) {
  const { fund } = useText();
  const columns: Column<FundRow>[] = [
    { label: fund.request, cell: (row) => <Request row={row} /> },
    { label: fund.state, cell: (row) => <FundWord state={row.state} /> },
    { label: fund.deadline, cell: (row) => <Deadline row={row} /> },
    { label: fund.amount, numeric: true, cell: (row) => writeEuro(row.amountCents) },
  ];
  return <DataTable caption={fund.requests} columns={columns} rows={requests} keyOf={(row) => row.id} />;
}

function Request({ row }: { row: FundRow }) {
  return (
    <span className="stack-s">
      <Link to="/fonds/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
      <span className="small quiet">{row.nextStep.text}</span>
    </span>
  );
}

function Deadline({ row }: { row: FundRow }) {
  const { fund } = useText();
  if (!row.decisionDeadline || row.daysLeft === null) return <span className="quiet">{row.state === 'draft' ? fund.noDeadline : '–'}</span>;
  return <When date={row.decisionDeadline} late={row.daysLeft < 0} />;
}
