import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { ProcessingLine } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { DataTable, type Column } from '../../components/DataTable.js';
import { Loaded } from '../../components/Loaded.js';
import { useText, type Messages } from '../../i18n/index.js';
import { When } from '../../time/When.js';

/** The other log: the lines that belong to one line of the audit, found by its trace. */
export function ProcessingLines({ traceId, close }: { traceId: string; close: () => void }) {
  const { auditLog: say, common } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useQuery({ queryKey: ['processing-log', traceId], queryFn: () => dataOf(api.GET('/v1/processing-log', { params: { query: { traceId } } })) });
  useEffect(() => heading.current?.focus(), [traceId]);
  return (
    <section className="sheet stack" aria-labelledby="lines">
      <h2 id="lines" ref={heading} tabIndex={-1}>
        {say.linesTitle}
      </h2>
      <p className="quiet">{say.linesLead}</p>
      <p className="small">
        {say.trace}: <code>{traceId}</code>
      </p>
      <Loaded query={query} bones={3}>
        {({ items }) =>
          items.length === 0 ? <p>{say.noLines}</p> : <DataTable caption={say.linesTitle} columns={columns(say)} rows={items} keyOf={({ spanId }) => spanId} />
        }
      </Loaded>
      <p>
        <Button variant="secondary" onClick={close}>
          {common.close}
        </Button>
      </p>
    </section>
  );
}

const columns = (say: Messages['auditLog']): Column<ProcessingLine>[] => [
  { label: say.activity, cell: ({ activity }) => activity.name },
  { label: say.what, cell: ({ operation }) => operation },
  { label: say.when, cell: ({ startedAt }) => <When date={startedAt} /> },
  { label: say.subject, cell: ({ dataSubject }) => <code title={dataSubject}>{`${dataSubject.slice(-16)}`}</code> },
];
