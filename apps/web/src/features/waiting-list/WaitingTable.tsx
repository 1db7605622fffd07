import { Link } from '@tanstack/react-router';
import type { WaitingHousehold } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { UrgencyWord } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export function WaitingTable({ households }: { households: readonly WaitingHousehold[] }) {
  const text = useText();
  const { waitingList, waiting, lifeDomains } = text;
  const columns: Column<WaitingHousehold>[] = [
    { label: waitingList.household, cell: (row) => <Household row={row} /> },
    { label: waiting.turn, cell: (row) => <Turn row={row} /> },
    { label: waitingList.waiting, cell: (row) => <Waits row={row} /> },
    { label: waiting.lastCalled, cell: (row) => <LastCalled row={row} /> },
    { label: waitingList.about, cell: (row) => row.lifeDomains.map((domain) => lifeDomains[domain] ?? domain).join(', ') },
    ...(households.some(saysWho) ? [{ label: text.dossier.regisseur, cell: (row: WaitingHousehold) => <Proposal row={row} /> }] : []),
  ];
  return <DataTable caption={waitingList.title} columns={columns} rows={households} keyOf={(row) => row.householdId} />;
}

const saysWho = (row: WaitingHousehold): boolean => row.proposedRegisseur !== null || row.allowedActions.includes('propose-regisseur');

function Household({ row }: { row: WaitingHousehold }) {
  const { waitingList, waiting } = useText();
  return (
    <span className="stack-s">
      <Link to="/wachtlijst/$id" params={{ id: row.householdId }} title={waiting.explain(row.name)}>
        {row.name}
      </Link>
      <span className="small quiet">
        {[row.caseNumber, row.neighbourhood].filter(Boolean).join(' · ')}
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

/** Place in the whole list; while only one urgency is shown there is none. */
function Turn({ row: { place, urgency } }: { row: WaitingHousehold }) {
  return (
    <span className="stack-s">
      {place !== null && <span>{place}</span>}
      <span>
        <UrgencyWord urgency={urgency} />
      </span>
    </span>
  );
}

/** How long against the target, in words: a colour alone would not do. */
export function Waits({ row }: { row: Pick<WaitingHousehold, 'waitingDays' | 'targetDays' | 'overTargetDays'> }) {
  const { waitingList, waiting } = useText();
  return (
    <span className="stack-s">
      <span className="nowrap">{waitingList.days(row.waitingDays)}</span>
      <span className={row.overTargetDays > 0 ? 'small late' : 'small quiet'}>
        {row.overTargetDays > 0 ? waiting.overTarget(row.overTargetDays) : waiting.target(row.targetDays)}
      </span>
    </span>
  );
}

export function LastCalled({ row }: { row: Pick<WaitingHousehold, 'lastCalledOn' | 'callOverdue'> }) {
  const { waiting } = useText();
  return (
    <span className="stack-s">
      <span>{row.lastCalledOn ? <When date={row.lastCalledOn} /> : waiting.neverCalled}</span>
      {row.callOverdue && <span className="small late">{waiting.callOverdue}</span>}
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
