import type { Page } from 'playwright-core';

/** What the API tells this person: the demo differs from start to start, so a family is chosen by how it stands. */
export async function asked<T>(page: Page, path: string): Promise<T> {
  const answer = await page.context().request.get(path);
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
  return (await answer.json()) as T;
}

export const itemsOf = async <T>(page: Page, path: string): Promise<T[]> => (await asked<{ items: T[] }>(page, path)).items;
