import { DomainError } from './domain-error.js';

/** What a policy says: yes, or no with a Dutch reason that may be shown. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly message: string };

export const ALLOWED: Verdict = { allowed: true };

export const refuse = (message: string): Verdict => ({ allowed: false, message });

/** Yes when the condition holds, otherwise no with this reason. */
export const allowIf = (condition: boolean, message: string): Verdict =>
  condition ? ALLOWED : refuse(message);

/** The first no, or yes when all say yes. */
export const allOf = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => !verdict.allowed) ?? ALLOWED;

/** Throws a `forbidden` DomainError with the reason of the policy when it says no. */
export function assertAllowed(verdict: Verdict, code: string): void {
  if (!verdict.allowed) throw new DomainError(code, verdict.message, { kind: 'forbidden' });
}
