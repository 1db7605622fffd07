import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { keepDraftsOf } from '../components/form/draft.js';
import { api, csrfHeader, dataOf, rememberCsrfToken } from './client.js';
import type { Role } from './types.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await dataOf(api.GET('/v1/me'));
    rememberCsrfToken(me.csrfToken ?? '');
    keepDraftsOf(me.user.id);
    return me;
  },
});

export const useMe = () => useSuspenseQuery(meQuery).data;

export const useHasRole = (...roles: Role[]): boolean => {
  const mine: readonly string[] = useMe().roles;
  return roles.some((role) => mine.includes(role));
};

const publicPages = ['/afgemeld', '/onbekend'];

/** Where to sign in, so that one comes back to this very page. */
export const signInAddress = (): string => `/sign-in?returnTo=${encodeURIComponent(window.location.pathname + window.location.search)}`;

export function signIn(): void {
  if (publicPages.includes(window.location.pathname)) return;
  window.location.assign(signInAddress());
}

/** Drafts are personal data on a shared desk: they go when the person goes. */
export async function signOut(): Promise<void> {
  sessionStorage.clear();
  const response = await fetch('/sign-out', { method: 'POST', headers: csrfHeader() });
  const body = (await response.json().catch(() => ({}))) as { signOutUrl?: string };
  window.location.assign(body.signOutUrl ?? '/afgemeld');
}
