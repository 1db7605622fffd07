import { addMonths, type FieldProblem, type LocalDate, needs, refuseInvalid } from '#kernel';
import { isDataCategory } from '../data-categories.js';

/** The longest period (ours): what nobody looked at for six years is no agreement any more. */
export const MAX_AGREEMENT_MONTHS = 72;

export interface AgreementText {
  readonly signedOn?: LocalDate | null;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly categories: readonly string[];
}

/** Every problem of an agreement, in the order of the form. `today` in Amsterdam. */
export function agreementProblems({ signedOn, validFrom, validUntil, categories }: AgreementText, today: LocalDate): readonly FieldProblem[] {
  return [
    ...needs(!signedOn || signedOn <= today, 'signedOn', 'Deze dag moet nog komen.'),
    ...needs(validFrom < validUntil, 'validUntil', 'De einddatum moet na de begindatum liggen.'),
    ...needs(validUntil > today, 'validUntil', 'De einddatum moet in de toekomst liggen.'),
    ...needs(validUntil <= addMonths(validFrom, MAX_AGREEMENT_MONTHS), 'validUntil', `Deze periode is te lang. Kies hooguit ${MAX_AGREEMENT_MONTHS / 12} jaar.`),
    ...needs(categories.length > 0 && categories.every(isDataCategory), 'categories', 'Kies een of meer soorten gegevens.'),
  ];
}

/** Throws `invalid` with all problems at once. */
export const checkAgreement = (agreement: AgreementText, today: LocalDate): void =>
  refuseInvalid('data-sharing-agreement.invalid', agreementProblems(agreement, today));
