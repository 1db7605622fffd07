/** What went wrong, in the words of the domain; only the HTTP filter knows status codes. */
export type DomainErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'refused';

export interface FieldProblem {
  /** Name of the field or of the missing fact, in code words (camelCase). */
  readonly name: string;
  /** Dutch sentence, level B1, without personal data. */
  readonly message: string;
}

export interface DomainErrorDetails {
  readonly kind: DomainErrorKind;
  readonly fields?: readonly FieldProblem[];
}

/**
 * A refusal by a rule. Always thrown, never returned: a returned error would commit the transaction.
 * `code` is stable and for machines; `message` is a Dutch sentence for people.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: DomainErrorKind;
  readonly fields: readonly FieldProblem[];

  constructor(
    readonly code: string,
    message: string,
    details: DomainErrorDetails,
  ) {
    super(message);
    this.kind = details.kind;
    this.fields = details.fields ?? [];
  }
}

export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError;

/** Throws one `invalid` error that names every problem; does nothing when there are none. */
export function refuseInvalid(code: string, problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (!first) return;
  const message = problems.length === 1 ? first.message : 'Een paar dingen kloppen nog niet. Kijk ze na.';
  throw new DomainError(code, message, { kind: 'invalid', fields: problems });
}
