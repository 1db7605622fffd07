import { addMonths, type FieldProblem, isFilled, joinDutch, type LocalDate, needs } from '#kernel';
import { DATA_CATEGORIES, type DataCategory, isDataCategory } from '../data-categories.js';
import type { BasisType } from '../legal-basis.validation.js';

export const ORGANISATION_KINDS = { municipality: 'de gemeente', welfare: 'een welzijnsorganisatie', 'credit-bank': 'een kredietbank', ngo: 'een vrijwilligersorganisatie' } as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** One line of the catalogue: what this article of law allows, and for whom. */
export interface BasisRule {
  readonly code: string;
  readonly law: string;
  readonly article: string;
  readonly type: BasisType;
  /** Empty: the purpose is written out each time, as with consent. */
  readonly purposes: readonly string[];
  readonly dataCategories: readonly DataCategory[];
  readonly organisationKinds: readonly OrganisationKind[];
  /** May receive whatever their kind is. */
  readonly organisationIds: readonly string[];
  readonly maxMonths: number;
  readonly mayIncludeBsn: boolean;
  readonly secrecyCategories: readonly DataCategory[];
  readonly enabled: boolean;
  readonly explanation: string;
}

/** What somebody wants to record under a rule. */
export interface UnderRule {
  readonly type: BasisType;
  readonly article: string;
  readonly purpose: string;
  readonly dataCategories: readonly string[];
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

export interface Receiver {
  readonly id: string;
  readonly kind: OrganisationKind;
}

/** As the rule has it, or more specific: 'Wgs art. 8 lid 2' under 'Wgs art. 8', but not 'Wgs art. 80'. */
export function isWithin(given: string, stated: string): boolean {
  const rest = given.trim().startsWith(stated) ? given.trim().slice(stated.length) : undefined;
  return rest !== undefined && !/^[\p{L}\d]/u.test(rest);
}

export const mayReceive = (rule: Pick<BasisRule, 'organisationKinds' | 'organisationIds'>, { id, kind }: Receiver): boolean =>
  rule.organisationKinds.includes(kind) || rule.organisationIds.includes(id);

const categoryProblems = (rule: BasisRule, wanted: readonly string[]): readonly FieldProblem[] => {
  const outside = wanted.filter((name) => isDataCategory(name) && !rule.dataCategories.includes(name)) as DataCategory[];
  const what = joinDutch(outside.map((name) => DATA_CATEGORIES[name].withArticle));
  return needs(outside.length === 0, 'dataCategories', `Deze grondslag staat niet toe om ${what} te delen.`);
};

/** Where a basis does not fit the catalogue; a rule that is not there is a problem too. */
export function ruleProblems(rule: BasisRule | undefined, wanted: UnderRule, receiver: Receiver): readonly FieldProblem[] {
  if (!rule) return needs(false, 'catalogueCode', 'Deze grondslag staat niet in de lijst van jouw gemeente.');
  if (!rule.enabled) return needs(false, 'catalogueCode', 'Deze grondslag staat uit in jouw gemeente.');
  const purposeFits = rule.purposes.length === 0 || rule.purposes.some((purpose) => isWithin(wanted.purpose, purpose));
  return [
    ...needs(wanted.type === rule.type, 'type', 'Dit soort grondslag hoort niet bij deze regel.'),
    ...needs(!isFilled(wanted.article) || isWithin(wanted.article, rule.article), 'article', `Noem ${rule.article}, of een lid daarvan.`),
    ...needs(!isFilled(wanted.purpose) || purposeFits, 'purpose', `Kies een van deze doelen: ${rule.purposes.join('; ')}. Je mag er iets achter schrijven.`),
    ...categoryProblems(rule, wanted.dataCategories),
    ...needs(mayReceive(rule, receiver), 'toOrganisationId', 'Met deze grondslag mag je niets delen met deze organisatie.'),
    ...needs(wanted.validUntil <= addMonths(wanted.validFrom, rule.maxMonths), 'validUntil', `Deze periode is te lang. Kies hooguit ${rule.maxMonths} maanden.`),
  ];
}
