import { DomainError, type DomainErrorKind } from '#kernel';

const SENTENCES = new Map<string, { code: string; message: string; kind: DomainErrorKind }>();

/** A room tells what it means, in Dutch, when the database refuses on one of its named constraints. */
export function refuseOnConstraint(constraint: string, code: string, message: string, kind: DomainErrorKind = 'conflict'): void {
  SENTENCES.set(constraint, { code, message, kind });
}

interface DatabaseRefusal {
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: DatabaseRefusal;
}

const RETRYABLE = new Set(['40001', '40P01']);

/** Turns a database refusal into the sentence of its room; anything unknown stays what it was (a 5xx, and a bug). */
export function translateRefusal(error: unknown): unknown {
  if (error instanceof DomainError || typeof error !== 'object' || error === null) return error;
  const refusal = (error as DatabaseRefusal).driverError ?? (error as DatabaseRefusal);
  const sentence = refusal.constraint ? SENTENCES.get(refusal.constraint) : undefined;
  if (sentence) return new DomainError(sentence.code, sentence.message, { kind: sentence.kind });
  if (refusal.code && RETRYABLE.has(refusal.code)) {
    return new DomainError('write.busy', 'Iemand anders was net even eerder. Probeer het nog een keer.', { kind: 'conflict' });
  }
  return error;
}
