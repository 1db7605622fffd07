import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, csrfHeader, dataOf, rememberCsrfToken } from './client.js';
import type { Role } from './types.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await dataOf(api.GET('/v1/me'));
    rememberCsrfToken(me.csrfToken ?? '');
    return me;
  },
});

export const useMe = () => useSuspenseQuery(meQuery).data;

export const useHasRole = (...roles: Role[]): boolean => {
  const mine: readonly string[] = useMe().roles;
  return roles.some((role) => mine.includes(role));
};

const publicPages = ['/afgemeld', '/onbekend'];

export function signIn(): void {
  const { pathname, search } = window.location;
  if (publicPages.includes(pathname)) return;
  window.location.assign(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`);
}

/** Drafts are personal data on a shared desk: they go when the person goes. */
export async function signOut(): Promise<void> {
  sessionStorage.clear();
  const response = await fetch('/sign-out', { method: 'POST', headers: csrfHeader() });
  const body = (await response.json().catch(() => ({}))) as { signOutUrl?: string };
  window.location.assign(body.signOutUrl ?? '/afgemeld');
}
