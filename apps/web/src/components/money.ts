import { DomainError, cents, formatEuro, parseEuro } from '#kernel';

/** What was typed as cents, or `undefined` when it is no amount. */
export function readEuro(input: string): number | undefined {
  try {
    return parseEuro(input);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

export const writeEuro = (amountCents: number): string => formatEuro(cents(amountCents));
export const asInput = (amountCents: number | null | undefined): string =>
  amountCents === null || amountCents === undefined ? '' : writeEuro(amountCents).replace('€', '').trim();
