import createClient from 'openapi-fetch';
import type { paths } from './generated/schema.js';
import { problemOf } from './problem.js';

let csrfToken = '';
export const rememberCsrfToken = (token: string): void => {
  csrfToken = token;
};
export const csrfHeader = (): Record<string, string> => ({ 'X-CSRF-Token': csrfToken });

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
});

/** The body of an answer; a refusal was already thrown as an `ApiProblem`. */
export async function dataOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });
