import { Link } from '@tanstack/react-router';
import type { WaitingHousehold } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';

export function WaitingTable({ households }: { households: readonly WaitingHousehold[] }) {
  const text = useText();
  const { waitingList, lifeDomains } = text;
  const columns: Column<WaitingHousehold>[] = [
    { label: waitingList.household, cell: (row) => <Household row={row} /> },
    { label: waitingList.urgency, cell: (row) => <UrgencyWord urgency={row.urgency} /> },
    { label: waitingList.waiting, cell: (row) => <span className="nowrap">{waitingList.days(row.waitingDays)}</span> },
    { label: waitingList.where, cell: (row) => row.neighbourhood },
    { label: waitingList.about, cell: (row) => row.lifeDomains.map((domain) => lifeDomains[domain] ?? domain).join(', ') },
    ...(households.some(saysWho) ? [{ label: text.dossier.regisseur, cell: (row: WaitingHousehold) => <Proposal row={row} /> }] : []),
  ];
  return <DataTable caption={waitingList.title} columns={columns} rows={households} keyOf={(row) => row.householdId} />;
}

const saysWho = (row: WaitingHousehold): boolean => row.proposedRegisseur !== null || row.allowedActions.includes('propose-regisseur');

function Household({ row }: { row: WaitingHousehold }) {
  const { waitingList } = useText();
  return (
    <span className="stack-s">
      <span>{row.name}</span>
      <span className="small quiet">
        {row.caseNumber}
        <br />
        {waitingList.people(row.memberCount, row.childCount)}
        {row.urgencyReason && (
          <>
            <br />
            {row.urgencyReason}
          </>
        )}
      </span>
    </span>
  );
}

function Proposal({ row }: { row: WaitingHousehold }) {
  const { waitingList } = useText();
  if (row.proposedRegisseur)
    return (
      <span className="quiet">
        {waitingList.proposed} {row.proposedRegisseur.name}
      </span>
    );
  if (!row.allowedActions.includes('propose-regisseur')) return null;
  return (
    <Link to="/wachtlijst/$id/regisseur" params={{ id: row.householdId }} aria-label={waitingList.proposeFor(row.name)}>
      {waitingList.propose}
    </Link>
  );
}
