import { addMonths, type FieldProblem, isFilled, type LocalDate, needs } from '#kernel';
import { isDataCategory } from '../data-categories.js';

/** The longest period of a release (ours), in months. */
export const MAX_RELEASE_MONTHS = 12;

export interface NewRelease {
  readonly professional: string;
  readonly releasedOrganisation: string;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/** Every problem of a new release, in the order of the form. */
export function releaseProblems(release: NewRelease, today: LocalDate): readonly FieldProblem[] {
  const { validFrom, validUntil, categories } = release;
  return [
    ...needs(isFilled(release.professional), 'professional', 'Schrijf op wiens beroepsgeheim het is, bijvoorbeeld huisarts.'),
    ...needs(isFilled(release.releasedOrganisation), 'releasedOrganisation', 'Schrijf op waar deze persoon werkt.'),
    ...needs(categories.length > 0 && categories.every(isDataCategory), 'categories', 'Kies wat er verteld mag worden.'),
    ...needs(isFilled(release.purpose), 'purpose', 'Schrijf op waarvoor het nodig is.'),
    ...needs(validUntil > validFrom, 'validUntil', 'De einddatum moet na de begindatum liggen.'),
    ...needs(validUntil <= validFrom || validUntil > today, 'validUntil', 'De einddatum moet in de toekomst liggen.'),
    ...needs(validUntil <= addMonths(validFrom, MAX_RELEASE_MONTHS), 'validUntil', `Deze periode is te lang. Kies hooguit ${MAX_RELEASE_MONTHS} maanden.`),
  ];
}

export interface NewHelp {
  readonly help: string;
  readonly validFrom: LocalDate;
}

export const helpProblems = ({ help, validFrom }: NewHelp, today: LocalDate): readonly FieldProblem[] => [
  ...needs(isFilled(help), 'help', 'Schrijf op om welke hulp het gaat.'),
  // One can't agree today to what somebody decides later.
  ...needs(validFrom <= today, 'validFrom', 'Deze dag moet vandaag zijn, of eerder.'),
];
