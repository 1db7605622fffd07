import { Link } from '@tanstack/react-router';
import type { EarlySignalRow } from '../../api/types.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { writeEuro } from '../../components/money.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';

export const addressOf = ({ postcode, houseNumber, suffix, city }: Pick<EarlySignalRow, 'postcode' | 'houseNumber' | 'suffix' | 'city'>): string =>
  `${postcode} ${[houseNumber, suffix].filter(Boolean).join(' ')}, ${city}`;

export function SignalTable({ signals: rows }: { signals: readonly EarlySignalRow[] }) {
  const { signals } = useText();
  const columns: Column<EarlySignalRow>[] = [
    { label: signals.person, cell: (row) => <Person row={row} /> },
    { label: signals.talkBy, cell: (row) => <When date={row.firstTalkBy} late={row.talkOverdue} /> },
    { label: signals.state, cell: (row) => <StateOf row={row} /> },
    { label: signals.visit, cell: (row) => row.visitOn && <Visit row={row} /> },
    { label: signals.arrears, numeric: true, cell: (row) => <Arrears row={row} /> },
  ];
  return <DataTable caption={signals.title} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Person({ row }: { row: EarlySignalRow }) {
  const { signals } = useText();
  return (
    <span className="stack-s">
      <Link to="/wachtlijst/signalen/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      <span className="small quiet">
        {addressOf(row)}
        {row.knownHere && (
          <>
            <br />
            {signals.knownHere(row.knownHere.caseNumber)}
          </>
        )}
      </span>
      {row.threatening && (
        <span>
          <Word tone="alarm">{signals.threatening}</Word>
        </span>
      )}
    </span>
  );
}

function StateOf({ row: { state, notAtHome } }: { row: EarlySignalRow }) {
  const { signals } = useText();
  return (
    <span className="stack-s">
      <span>{signals.states[state]}</span>
      {notAtHome > 0 && <span className="small quiet">{signals.notAtHome(notAtHome)}</span>}
    </span>
  );
}

function Visit({ row: { visitOn, visitor } }: { row: EarlySignalRow }) {
  return (
    <span className="stack-s">
      {visitOn && <When date={visitOn} />}
      <span className="small quiet">{visitor}</span>
    </span>
  );
}

function Arrears({ row: { amountCents, signalCount } }: { row: EarlySignalRow }) {
  const { signals } = useText();
  return (
    <span className="stack-s">
      <span>{writeEuro(amountCents)}</span>
      <span className="small quiet">{signals.sums(signalCount)}</span>
    </span>
  );
}
