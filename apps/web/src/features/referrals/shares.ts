import type { DataCategory } from '../../api/types.js';

/** Per member what is shared, as the screen ticks it. */
export type Shares = Record<string, DataCategory[]>;

export interface Share {
  memberId: string;
  categories: DataCategory[];
}

export const sharesOf = (shares: Shares): Share[] =>
  Object.entries(shares)
    .map(([memberId, categories]) => ({ memberId, categories }))
    .filter(({ categories }) => categories.length > 0);
