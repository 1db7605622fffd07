import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditLine } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { useText, type Messages } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { ProcessingLines } from './ProcessingLines.js';

const TIME = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium', timeZone: 'Europe/Amsterdam' });

export function AuditTable({ items }: { items: readonly AuditLine[] }) {
  const { auditLog: say, words } = useText();
  const [trace, setTrace] = useState<string>();
  return (
    <>
      {trace && <ProcessingLines traceId={trace} close={() => setTrace(undefined)} />}
      <DataTable caption={say.caption} columns={columns(say, words, setTrace)} rows={items} keyOf={({ id }) => String(id)} />
    </>
  );
}

const columns = (say: Messages['auditLog'], words: Messages['words'], show: (trace: string) => void): Column<AuditLine>[] => [
  {
    label: say.when,
    cell: ({ at }) => (
      <>
        <When date={at} />
        <br />
        <span className="quiet small">{TIME.format(new Date(at))}</span>
      </>
    ),
  },
  { label: say.who, cell: (line) => <Who line={line} words={words} /> },
  {
    label: say.what,
    cell: ({ what, action }) => (
      <>
        {what} {what !== action && <span className="quiet small">({action})</span>}
      </>
    ),
  },
  {
    label: say.case,
    cell: ({ caseNumber }) => caseNumber && <Link className="nowrap" to="/privacy/logboek" search={(now) => ({ ...now, zaak: caseNumber })}>{caseNumber}</Link>,
  },
  { label: say.origin, cell: ({ origin }) => origin },
  {
    label: say.people,
    numeric: true,
    cell: ({ dataSubjects, traceId }) =>
      dataSubjects === 0 ? (
        <span className="quiet">{say.nobody}</span>
      ) : (
        <Button variant="tertiary" onClick={() => show(traceId)}>
          {dataSubjects} <span className="visually-hidden">{say.lines}</span>
        </Button>
      ),
  },
];

function Who({ line: { who, organisation, roles }, words }: { line: AuditLine; words: Messages['words'] }) {
  const { auditLog: say } = useText();
  if (!who) return <span className="quiet">{say.system}</span>;
  const known = roles.map((role) => (words.role as Record<string, string>)[role] ?? role);
  return (
    <>
      <Link to="/privacy/logboek" search={(now) => ({ ...now, medewerker: who.id })} title={say.onlyOf(who.name)}>
        {who.name}
      </Link>
      <span className="small quiet"> {[known.join(', '), organisation].filter(Boolean).join(' · ')}</span>
    </>
  );
}
