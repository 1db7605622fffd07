import { Button } from './amsterdam.js';
import { useText } from '../i18n/index.js';
import { ApiProblem, statusOf } from '../api/problem.js';
import { signInAddress } from '../api/session.js';

/** Says in plain words what went wrong and what can be done about it. */
export function Problem({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { problems, common } = useText();
  const status = statusOf(error);
  const hopeless = status === 403 || status === 404;
  return (
    <div className="note" role="alert">
      <p>{explain(error, problems)}</p>
      {error instanceof ApiProblem && error.instance && status >= 500 && (
        <p className="small">
          {problems.reference} <code>{error.instance}</code>
        </p>
      )}
      {status === 401 && (
        <a className="button" href={signInAddress()}>
          {problems.signInAgain}
        </a>
      )}
      {hopeless ? (
        <a href="/">{problems.toToday}</a>
      ) : (
        retry && (
          <Button variant="secondary" onClick={() => void retry()}>
            {common.retry}
          </Button>
        )
      )}
    </div>
  );
}

function explain(error: unknown, problems: ReturnType<typeof useText>['problems']): string {
  const status = statusOf(error);
  if (status === 0) return problems.offline;
  if (status >= 500) return problems.failed;
  if (status === 412) return problems.stale;
  if (status === 401) return problems.signedOut;
  if (error instanceof ApiProblem && error.detail) return error.detail;
  return { 403: problems.forbidden, 404: problems.notFound }[status] ?? problems.failed;
}
