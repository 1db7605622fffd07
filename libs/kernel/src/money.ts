import { DomainError } from './domain-error.js';

/** Money in whole euro cents; never a float of euros. */
export type Cents = number & { readonly __brand: 'Cents' };

const whole = new Intl.NumberFormat('nl-NL', { useGrouping: true, maximumFractionDigits: 0 });
// Dutch input: dots group thousands, a comma starts the cents. '1.050' is one thousand and fifty.
const DUTCH_EURO = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{2}|-))?$/;

const invalid = (): DomainError =>
  new DomainError('money.invalid', 'Schrijf het bedrag zo: 1.050,00.', { kind: 'invalid' });

/** Throws `invalid` unless the value is a whole number of cents that JavaScript can count exactly. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw invalid();
  return (value === 0 ? 0 : value) as Cents;
}

/** Reads what people type: '1.050,00', '1050', '€ 12,50', '10,-'. Throws `invalid` for anything else. */
export function parseEuro(input: string): Cents {
  const found = DUTCH_EURO.exec(input.replace('€', '').trim());
  const euros = found?.[1];
  if (euros === undefined) throw invalid();
  const part = found?.[2];
  const rest = part === undefined || part === '-' ? 0 : Number(part);
  return cents(Number(euros.replaceAll('.', '')) * 100 + rest);
}

/** 105000 → '€ 1.050,00'; a minus sign stands before the euro sign. */
export function formatEuro(amount: number): string {
  const value = Math.abs(cents(amount));
  const rest = String(value % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}€ ${whole.format(Math.floor(value / 100))},${rest}`;
}

export const sumCents = (amounts: readonly number[]): Cents =>
  cents(amounts.reduce((total, amount) => total + amount, 0));
