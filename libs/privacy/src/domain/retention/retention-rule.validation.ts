import { DomainError, type FieldProblem, isFilled, refuseInvalid } from '#kernel';
import { type RetentionCode, RETENTION_RULES, type Term } from './rules.js';
import { lengthOf } from './term.js';

/**
 * Longer than the default is always allowed; shorter asks a reason, because the selection list of the municipalities is the
 * law's own term (Archiefwet 1995, article 5). Throws `refused` for a rule that is not adjustable and `invalid` for the rest.
 */
export function checkTermChange(code: RetentionCode, wanted: Term, reason: string | undefined): void {
  const { adjustable, term } = RETENTION_RULES[code];
  if (!adjustable || !term) throw new DomainError('retention-rule.fixed', 'Deze termijn ligt vast.', { kind: 'refused' });
  const problems: FieldProblem[] = [];
  if (lengthOf(wanted) < lengthOf(term) && !isFilled(reason)) {
    problems.push({ name: 'reason', message: 'Deze termijn is korter dan de standaard. Schrijf op waarom dat mag.' });
  }
  if (lengthOf(wanted) > 36_500) problems.push({ name: 'termCount', message: 'Kies een termijn van hoogstens 100 jaar.' });
  refuseInvalid('retention-rule.term', problems);
}
