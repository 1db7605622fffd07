import { Link } from '@tanstack/react-router';
import { useHasRole } from '../../api/session.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Word } from '../../components/Word.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import type { Matrix, SharingCell, SharingColumn, SharingPerson } from '../../api/sharing.js';

/** People × organisations; at phone width each person is a card. */
export function SharingTable({ id, matrix }: { id: string; matrix: Matrix }) {
  const { whoSeesWhat: say } = useText();
  const columns: Column<SharingPerson>[] = [
    { label: say.person, cell: (person) => <Person person={person} /> },
    ...matrix.columns.map((column) => ({
      label: column.organisation.name,
      cell: (person: SharingPerson) => <Cell id={id} person={person} column={column} />,
    })),
  ];
  return <DataTable caption={say.caption} columns={columns} rows={matrix.people} keyOf={({ id: personId }) => personId} />;
}

function Person({ person }: { person: SharingPerson }) {
  const { whoSeesWhat: say, words } = useText();
  const notes = [person.isChild && say.child, person.hasProtectedAddress && say.protectedAddress].filter(Boolean);
  return (
    <span className="stack-s">
      <span>{person.name}</span>
      <span className="small quiet">{[words.member[person.role as keyof typeof words.member], ...notes].join(', ')}</span>
      {person.isRestricted && <Word tone="warm">{say.restricted}</Word>}
    </span>
  );
}

function Cell({ id, person, column }: { id: string; person: SharingPerson; column: SharingColumn }) {
  const { whoSeesWhat: say } = useText();
  const cell = column.cells.find(({ memberId }) => memberId === person.id);
  if (!cell) return null;
  return (
    <div className="stack-s">
      <ShortAnswer cell={cell} />
      <details className="why no-print">
        <summary>
          {say.why}
          <span className="visually-hidden">{say.whyOf(person.name, column.organisation.name)}</span>
        </summary>
        <p>{cell.sentence}</p>
        <NextStep id={id} personId={person.id} column={column} cell={cell} />
      </details>
    </div>
  );
}

function ShortAnswer({ cell }: { cell: SharingCell }) {
  const { whoSeesWhat: say, words, common } = useText();
  const list = (categories: SharingCell['sees']) => categories.map((category) => words.category[category]).join(', ');
  if (cell.sees.length === 0 && cell.may.length === 0) return <span className="quiet">{say.nothing}</span>;
  return (
    <span>
      {cell.sees.length > 0 ? list(cell.sees) : <span className="quiet">{say.notYet(list(cell.may))}</span>}
      {cell.until && (
        <span className="small quiet">
          {' '}
          ({common.until} <When date={cell.until} />)
        </span>
      )}
    </span>
  );
}

/** What somebody can do about it; only where this reader can. */
function NextStep({ id, personId, column, cell }: { id: string; personId: string; column: SharingColumn; cell: SharingCell }) {
  const { whoSeesWhat: say } = useText();
  const works = useHasRole('regisseur', 'case-worker');
  if (!works || cell.why !== 'no-basis') return null;
  return (
    <Link className="no-print" to="/gezinnen/$id/grondslag" params={{ id }} search={{ lid: personId, organisatie: column.organisation.id }}>
      {say.addBasis}
    </Link>
  );
}
