/** What one filled cell says: a value (perhaps with something to check), or a Dutch sentence about what is wrong with it. */
export type Reading<T> = { ok: true; value: T; warning?: string } | { ok: false; fault: string };
export type CellReader<T> = (text: string) => Reading<T>;

export const value = <T>(read: T, warning?: string): Reading<T> => ({ ok: true, value: read, warning });
export const fault = (reason: string): { ok: false; fault: string } => ({ ok: false, fault: reason });

/** A word from a cell for use in a message: short, and without long numbers, which could be a BSN in the wrong column. */
export function shown(text: string): string {
  return text.trim().replace(/\d(?:[\s.-]?\d){4,}/g, '…').slice(0, 40);
}
