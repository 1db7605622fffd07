import type { ReactNode } from 'react';
import { useText } from '../i18n/index.js';
import { Page } from './Page.js';
import { Problem } from './Problem.js';
import { Bones } from './Bones.js';
import { statusOf } from '../api/problem.js';

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Waiting, failing and having: every piece of data on a screen goes through here. */
export function Loaded<T>({ query, bones, children }: { query: Query<T>; bones?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined && !isTakenAway(query.error)) return children(query.data);
  if (query.error) return <Problem error={query.error} retry={query.refetch} />;
  return <Bones lines={bones} />;
}

/** What one may not see any more leaves the screen, also when it was read before. */
const isTakenAway = (error: unknown): boolean => [403, 404].includes(statusOf(error));

/** The same for a page whose title is in the data. `lost`: what stands below when it is not there, or not for this reader. */
export function LoadedPage<T>({ query, lost, children }: { query: Query<T>; lost?: ReactNode; children: (data: T) => ReactNode }) {
  const text = useText();
  if (query.data !== undefined && !isTakenAway(query.error)) return children(query.data);
  if (query.error) return <ProblemPage error={query.error} retry={query.refetch} lost={lost} />;
  return (
    <Page title={text.common.loading} settled={false}>
      <Bones lines={6} />
    </Page>
  );
}

function ProblemPage({ error, retry, lost }: { error: unknown; retry: () => unknown; lost?: ReactNode }) {
  const { problems } = useText();
  const title = { 403: problems.forbiddenTitle, 404: problems.notFoundTitle }[statusOf(error)] ?? problems.failedTitle;
  return (
    <Page title={title}>
      <Problem error={error} retry={retry} />
      {statusOf(error) === 404 && lost}
    </Page>
  );
}
