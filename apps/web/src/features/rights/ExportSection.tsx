import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.js';
import type { RightsExport, RightsRequest } from '../../api/types.js';
import { Button } from '../../components/amsterdam.js';
import { useAnnounce } from '../../components/Announcer.js';
import { Problem } from '../../components/Problem.js';
import { useText } from '../../i18n/index.js';
import { When } from '../../time/When.js';
import { exportQuery } from './queries.js';
import { TextsForm } from './TextsForm.js';

const files = ['pdf', 'json'] as const;

/** The file for the person: started here, made by the worker, looked through and taken here. */
export function ExportSection({ request }: { request: RightsRequest }) {
  const { rights: say } = useText();
  const { allowedActions, exportState } = request;
  const mayStart = allowedActions.includes('start-export');
  const status = useExport(request);
  if (!mayStart && exportState === null) return null;
  return (
    <section className="sheet no-print" aria-labelledby="export">
      <h2 id="export">{say.exportTitle}</h2>
      {exportState === null && <p>{say.exportHelp}</p>}
      <p role="status">{status && say.exportStates[status.state]}</p>
      {status?.state === 'review' && <TextsForm key={status.id} request={request} status={status} />}
      {status?.state === 'ready' && <Files request={request} status={status} />}
      {mayStart && <Start request={request} again={exportState !== null} />}
    </section>
  );
}

/** When the worker is done, what may be done with the request has changed too. */
function useExport(request: RightsRequest): RightsExport | undefined {
  const queries = useQueryClient();
  const { data } = useQuery(exportQuery(request));
  const moved = data !== undefined && data.state !== request.exportState;
  useEffect(() => {
    if (moved) void queries.invalidateQueries({ queryKey: ['rights-request', request.id], exact: true });
  }, [moved, request.id, queries]);
  return data;
}

function Start({ request, again }: { request: RightsRequest; again: boolean }) {
  const { rights: say } = useText();
  const announce = useAnnounce();
  const starting = useMutation({
    mutationFn: () => api.POST('/v1/rights-requests/{id}/export', { params: { path: { id: request.id } } }),
    onSuccess: () => announce(say.exportStarted),
  });
  return (
    <div className="stack-s">
      <div className="row">
        <Button type="button" variant={again ? 'secondary' : 'primary'} disabled={starting.isPending} onClick={() => starting.mutate()}>
          {again ? say.exportAgain : say.exportStart}
        </Button>
      </div>
      {starting.error && <Problem error={starting.error} />}
    </div>
  );
}

function Files({ request, status }: { request: RightsRequest; status: RightsExport }) {
  const { rights: say } = useText();
  const queries = useQueryClient();
  // The browser saves the file itself; a moment later the count and what comes next are read anew.
  const taken = () => setTimeout(() => void queries.invalidateQueries({ queryKey: ['rights-request', request.id] }), 1_000);
  return (
    <div className="stack-s">
      <ul className="lines">
        {files.map((file) => (
          <li key={file}>
            <a href={`/v1/rights-requests/${request.id}/export.${file}`} download onClick={taken}>
              {say.download[file]}
            </a>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {say.taken(status.downloads)} {say.downloadHelp}{' '}
        {status.expiresAt && (
          <>
            {say.exportUntil} <When date={status.expiresAt} />.
          </>
        )}
      </p>
    </div>
  );
}
