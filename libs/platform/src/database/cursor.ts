import { DomainError } from '#kernel';

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export type CursorValue = string | number | null;

/** Where the next page starts: the sort values of the last row. Opaque for callers; holds ids, dates and ranks only. */
export const encodeCursor = (values: readonly CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** What each value of a cursor must be, such as `[isLocalDate, isId]`. A number: that many values, whatever they are. */
export type CursorShape = number | readonly ((value: unknown) => boolean)[];

/** Throws `invalid` for a cursor that this list did not hand out; a made-up one must not reach the database. */
export function decodeCursor(cursor: string | undefined, shape: CursorShape): CursorValue[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (fits(values, shape)) return values;
  } catch {
    // Falls through to the refusal below: broken text and a wrong shape are the same mistake.
  }
  throw new DomainError('page.cursor', 'Deze bladwijzer in de lijst klopt niet. Begin opnieuw bij de eerste bladzijde.', {
    kind: 'invalid',
    fields: [{ name: 'cursor', message: 'Deze bladwijzer klopt niet.' }],
  });
}

function fits(values: unknown, shape: CursorShape): values is CursorValue[] {
  if (!Array.isArray(values) || values.length !== (typeof shape === 'number' ? shape : shape.length)) return false;
  const known = values.every((value) => value === null || ['string', 'number'].includes(typeof value));
  return known && (typeof shape === 'number' || shape.every((check, at) => check(values[at])));
}

/** Queries ask one row more than the page holds; that row only tells that there is a next page. */
export function toPage<T>(rows: T[], limit: number, cursorOf: (last: T) => readonly CursorValue[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
