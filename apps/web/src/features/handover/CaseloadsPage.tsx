import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Regisseur } from '../../api/types.js';
import { type Column, DataTable } from '../../components/DataTable.js';
import { Empty } from '../../components/Empty.js';
import { Loaded } from '../../components/Loaded.js';
import { Page } from '../../components/Page.js';
import { useText } from '../../i18n/index.js';
import { sayExactDay } from '../../time/when.js';
import { regisseursQuery } from './queries.js';

/** How full everybody's hands are, and where one starts when somebody leaves. */
export function CaseloadsPage() {
  const { caseload: say, common, board } = useText();
  return (
    <Page wide title={say.title} lead={say.lead} back={<Link to="/team">{`← ${common.back}: ${board.title}`}</Link>}>
      <Loaded query={useQuery(regisseursQuery)} bones={6}>
        {({ items }) => (items.length === 0 ? <Empty title={say.empty} /> : <Table rows={items} />)}
      </Loaded>
    </Page>
  );
}

function Table({ rows }: { rows: readonly Regisseur[] }) {
  const { caseload: say } = useText();
  const columns: Column<Regisseur>[] = [
    { label: say.regisseur, cell: ({ name, teamName }) => <Person name={name} team={teamName} /> },
    { label: say.families, cell: (row) => <Load row={row} /> },
    { label: say.away, cell: ({ absence }) => <Away absence={absence} /> },
    {
      label: '',
      cell: ({ id, name, caseload, coming }) =>
        caseload + coming > 0 && (
          <Link to="/team/caseload/$userId/verplaatsen" params={{ userId: id }} aria-label={say.moveOf(name)}>
            {say.move}
          </Link>
        ),
    },
  ];
  return <DataTable caption={say.title} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Person({ name, team }: { name: string; team: string }) {
  return (
    <span className="stack-s">
      {name}
      <span className="small quiet">{team}</span>
    </span>
  );
}

/** In words first; the bar only helps to compare. */
function Load({ row: { name, caseload, coming, bandMin, bandMax, level } }: { row: Regisseur }) {
  const { caseload: say } = useText();
  return (
    <span className="stack-s">
      <span className={level === 'above' ? 'late' : undefined}>
        {say.count(caseload, coming)} – {say.level[level]}
      </span>
      <progress className="band" max={bandMax} value={Math.min(caseload, bandMax)} aria-label={say.bar(name, caseload, bandMax)} />
      <span className="small quiet">{say.band(bandMin, bandMax)}</span>
    </span>
  );
}

function Away({ absence }: { absence: Regisseur['absence'] }) {
  const { caseload: say, time } = useText();
  if (!absence) return <span className="quiet">{say.here}</span>;
  return (
    <span>
      {say.awayUntil(absence.substitute)} {sayExactDay(absence.until, time)}
    </span>
  );
}
