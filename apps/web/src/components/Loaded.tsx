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
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Problem error={query.error} retry={query.refetch} />;
  return <Bones lines={bones} />;
}

/** The same for a page whose title is in the data. */
export function LoadedPage<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const text = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemPage error={query.error} retry={query.refetch} />;
  return (
    <Page title={text.common.loading} settled={false}>
      <Bones lines={6} />
    </Page>
  );
}

function ProblemPage({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { problems } = useText();
  const title = { 403: problems.forbiddenTitle, 404: problems.notFoundTitle }[statusOf(error)] ?? problems.failedTitle;
  return (
    <Page title={title}>
      <Problem error={error} retry={retry} />
    </Page>
  );
}
