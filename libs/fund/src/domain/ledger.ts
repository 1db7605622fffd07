import { type Cents, cents, DomainError } from '#kernel';

/** The five movements of money; the table is append-only, a mistake is undone by a new line. */
export const LEDGER_KINDS = {
  reserve: 'gereserveerd',
  commit: 'toegezegd',
  pay: 'betaald',
  release: 'vrijgegeven',
  reverse: 'teruggeboekt',
} as const;
export type LedgerKind = keyof typeof LEDGER_KINDS;

export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly requestId: string;
  /** Always above zero; the kind says the direction. */
  readonly amountCents: number;
}

export interface Position {
  readonly reserved: Cents;
  readonly committed: Cents;
  readonly paid: Cents;
}

export interface Ledger extends Position {
  readonly ceiling: Cents;
  /** What can still be reserved: ceiling − reserved − committed − paid. */
  readonly available: Cents;
  readonly positions: ReadonlyMap<string, Position>;
}

const NOTHING: Position = { reserved: cents(0), committed: cents(0), paid: cents(0) };

const refuse = (code: string, message: string): never => {
  throw new DomainError(`ledger.${code}`, message, {
    kind: 'refused',
    fields: [{ name: 'amountCents', message }],
  });
};

type Change = { readonly [K in keyof Position]?: number };

/** What one entry does to its request. Throws `refused` when there is not that much to move. */
function changeOf({ kind, amountCents: amount }: LedgerEntry, position: Position, available: number): Change {
  switch (kind) {
    case 'reserve':
      return amount <= available ? { reserved: amount } : refuse('overspend', 'Er zit niet genoeg geld in het fonds.');
    case 'commit':
      return amount <= position.reserved
        ? { reserved: -amount, committed: amount }
        : refuse('not-reserved', 'Dit bedrag is niet gereserveerd.');
    case 'pay':
      return amount <= position.committed
        ? { committed: -amount, paid: amount }
        : refuse('not-committed', 'Dit bedrag is niet toegezegd.');
    case 'release': {
      // What was only reserved goes back first; then what was promised and is not needed.
      const fromReserved = Math.min(amount, position.reserved);
      const fromCommitted = amount - fromReserved;
      return fromCommitted <= position.committed
        ? { reserved: -fromReserved, committed: -fromCommitted }
        : refuse('nothing-to-release', 'Zoveel staat er niet meer open.');
    }
    case 'reverse':
      return amount <= position.paid ? { paid: -amount } : refuse('not-paid', 'Dit bedrag is niet betaald.');
  }
}

const add = (position: Position, change: Change): Position => ({
  reserved: cents(position.reserved + (change.reserved ?? 0)),
  committed: cents(position.committed + (change.committed ?? 0)),
  paid: cents(position.paid + (change.paid ?? 0)),
});

const withTotals = (ceiling: Cents, total: Position, positions: Ledger['positions']): Ledger => ({
  ...total,
  ceiling,
  available: cents(ceiling - total.reserved - total.committed - total.paid),
  positions,
});

/** A fund with nothing in it yet but its ceiling, in cents. */
export const openLedger = (ceilingCents: number): Ledger => withTotals(cents(ceilingCents), NOTHING, new Map());

/** The ledger after one more entry. Throws `invalid` for an amount of 0 or less, `refused` when it does not fit. */
export function appendToLedger(ledger: Ledger, entry: LedgerEntry): Ledger {
  if (!Number.isSafeInteger(entry.amountCents) || entry.amountCents <= 0) {
    throw new DomainError('ledger.amount', 'Het bedrag moet meer dan 0 euro zijn.', { kind: 'invalid' });
  }
  const position = ledger.positions.get(entry.requestId) ?? NOTHING;
  const change = changeOf(entry, position, ledger.available);
  const positions = new Map(ledger.positions).set(entry.requestId, add(position, change));
  return withTotals(ledger.ceiling, add(ledger, change), positions);
}

/** The whole history folded into one balance; throws as `appendToLedger` at the first entry that does not fit. */
export const foldLedger = (ceilingCents: number, entries: readonly LedgerEntry[]): Ledger =>
  entries.reduce(appendToLedger, openLedger(ceilingCents));
