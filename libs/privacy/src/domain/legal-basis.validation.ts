import { addMonths, type FieldProblem, isFilled, type LocalDate, needs, refuseInvalid } from '#kernel';
import { DATA_CATEGORIES, isDataCategory } from './data-categories.js';

/** Words for 'op grond van …' per kind of basis. */
export const BASIS_TYPES = {
  'statutory-task': 'een wettelijke taak',
  'legal-obligation': 'een wettelijke plicht',
  consent: 'toestemming',
  'vital-interest': 'een vitaal belang',
} as const;
export type BasisType = keyof typeof BASIS_TYPES;

/** The general ground in the AVG; the article of the law itself is written down per basis. */
export const AVG_ARTICLES: Readonly<Record<BasisType, string>> = {
  consent: 'AVG art. 6 lid 1 onder a',
  'legal-obligation': 'AVG art. 6 lid 1 onder c',
  'vital-interest': 'AVG art. 6 lid 1 onder d',
  'statutory-task': 'AVG art. 6 lid 1 onder e',
};

export const BASIS_PROOFS = {
  conversation: 'gesprek',
  'signed-form': 'ondertekend formulier',
  letter: 'brief',
  law: 'de wet',
} as const;
export type BasisProof = keyof typeof BASIS_PROOFS;

/** The longest period in months per kind (ours): a setting per municipality. */
export const MAX_BASIS_MONTHS: Readonly<Record<BasisType, number>> = {
  consent: 12,
  'statutory-task': 24,
  'legal-obligation': 24,
  'vital-interest': 1,
};

export interface NewBasis {
  readonly type: BasisType;
  readonly article: string;
  readonly purpose: string;
  readonly dataCategories: readonly string[];
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly proof: BasisProof;
  /** Consent: what happens when the resident says no. */
  readonly freelyGivenReason?: string | null;
}

export interface BasisContext {
  readonly today: LocalDate;
  /** Null: the catalogue says how long it may last. */
  readonly maxMonths?: Readonly<Record<BasisType, number>> | null;
}

const consentProblems = (basis: NewBasis): readonly FieldProblem[] => {
  if (basis.type !== 'consent') return [];
  return [
    // A resident can hardly refuse the municipality, so it must be clear what a no would have meant (AVG 7). Who consented is in `yesProblems`.
    ...needs(isFilled(basis.freelyGivenReason), 'freelyGivenReason', 'Schrijf op wat er gebeurt als de inwoner nee zegt.'),
    ...needs(basis.proof !== 'law', 'proof', 'Toestemming blijkt niet uit de wet. Kies een gesprek, formulier of brief.'),
  ];
};

const periodProblems = (basis: NewBasis, context: BasisContext): readonly FieldProblem[] => {
  const most = context.maxMonths === null ? null : (context.maxMonths ?? MAX_BASIS_MONTHS)[basis.type];
  const { validFrom, validUntil } = basis;
  if (validUntil <= validFrom) return needs(false, 'validUntil', 'De einddatum moet na de begindatum liggen.');
  return [
    ...needs(validUntil > context.today, 'validUntil', 'De einddatum moet in de toekomst liggen.'),
    ...needs(most === null || validUntil <= addMonths(validFrom, most), 'validUntil', `Deze periode is te lang. Kies hooguit ${most} maanden.`),
  ];
};

/** Every problem of a new basis, in the order of the form; an empty list means it can be recorded. */
export function basisProblems(basis: NewBasis, context: BasisContext): readonly FieldProblem[] {
  const known = basis.dataCategories.length > 0 && basis.dataCategories.every(isDataCategory);
  return [
    ...needs(isFilled(basis.article), 'article', 'Noem het artikel van de wet.'),
    ...needs(isFilled(basis.purpose), 'purpose', 'Schrijf op waarvoor de gegevens nodig zijn.'),
    // BSN is no category, so no basis can hand it to anybody.
    ...needs(known, 'dataCategories', `Kies een of meer van: ${Object.keys(DATA_CATEGORIES).join(', ')}.`),
    ...periodProblems(basis, context),
    ...consentProblems(basis),
  ];
}

/** Throws `invalid` with all problems at once. */
export const checkBasis = (basis: NewBasis, context: BasisContext): void =>
  refuseInvalid('legal-basis.invalid', basisProblems(basis, context));
