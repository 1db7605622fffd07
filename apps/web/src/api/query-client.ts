import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { signIn } from './session.js';
import { statusOf } from './problem.js';

/** Waiting and trying again helps only when the network or the server failed, not when it said no. */
const worthARetry = (failures: number, error: unknown): boolean => {
  const status = statusOf(error);
  return failures < 2 && (status === 0 || status >= 500);
};

export const queryClient: QueryClient = new QueryClient({
  // networkMode: without internet a question fails and says so, instead of waiting in silence.
  defaultOptions: { queries: { staleTime: 10_000, retry: worthARetry, networkMode: 'always' }, mutations: { retry: false, networkMode: 'always' } },
  queryCache: new QueryCache({ onError: (error) => statusOf(error) === 401 && signIn() }),
  // One write can touch several lists (inbox, today, the dossier): everything on screen is read again.
  mutationCache: new MutationCache({
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) => statusOf(error) === 412 && queryClient.invalidateQueries(),
  }),
});
