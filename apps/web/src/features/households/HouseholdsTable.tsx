import { Link } from '@tanstack/react-router';
import type { HouseholdRow } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { HouseholdWord, UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { today } from '../../time/now.js';
import { When } from '../../time/When.js';

/** `dated`: what is due and who was referred is content, and not for a team lead. */
export function HouseholdsTable({ rows, dated }: { rows: readonly HouseholdRow[]; dated: boolean }) {
  const { households, waitingList } = useText();
  const columns: Column<HouseholdRow>[] = [
    { label: households.name, cell: (row) => <Name row={row} /> },
    { label: households.state, cell: (row) => <HouseholdWord state={row.state} /> },
    dated
      ? { label: households.nextStep, cell: (row) => <Next row={row} /> }
      : { label: households.regisseur, cell: (row) => row.regisseur?.name ?? <span className="quiet">{households.noRegisseur}</span> },
    { label: waitingList.urgency, cell: (row) => <UrgencyWord urgency={row.urgency} /> },
    ...(dated ? [{ label: households.open, numeric: true, cell: (row: HouseholdRow) => row.openReferrals }] : []),
  ];
  return <DataTable caption={households.title} columns={columns} rows={rows} keyOf={(row) => row.id} />;
}

function Name({ row }: { row: HouseholdRow }) {
  const { households, waitingList } = useText();
  return (
    <span className="stack-s">
      <Link to="/gezinnen/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      <span className="small quiet">
        {row.caseNumber} · {waitingList.people(row.memberCount, row.childCount)}
        {(row.role === 'substitute' || row.role === 'intake') && ` · ${households.role[row.role] ?? row.role}`}
      </span>
    </span>
  );
}

function Next({ row }: { row: HouseholdRow }) {
  const { households } = useText();
  if (!row.nextStep) return <span className="quiet">{households.noNextStep}</span>;
  return (
    <span className="stack-s">
      <span>{row.nextStep.text}</span>
      {row.nextStep.dueOn && (
        <span className="small quiet">
          <When date={row.nextStep.dueOn} late={row.nextStep.dueOn < today()} />
        </span>
      )}
    </span>
  );
}
