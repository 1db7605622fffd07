import type { LocalDate } from '#kernel';
import type { DataCategory } from '../data-categories.js';
import { type BasisPeriod, isInForce } from '../legal-basis.states.js';
import type { BasisRule } from './basis-rule.js';

export type SecrecyRule = Pick<BasisRule, 'secrecyCategories'>;

/**
 * Whether a professional's secrecy stands in the way of this category (BW 7:457, Jeugdwet 7.3.11), so that a release is needed
 * beside the basis. A basis from before the catalogue has no rule: then health keeps its secret.
 */
export const needsSecrecyRelease = (category: DataCategory, rule: SecrecyRule | null | undefined): boolean =>
  rule ? rule.secrecyCategories.includes(category) : category === 'health';

/** A release as the gate reads it. */
export interface Release extends BasisPeriod {
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly categories: readonly DataCategory[];
}

/** Whether this lets this category of this person go to that organisation today. */
export const isReleased = (
  releases: readonly Release[], wanted: { readonly memberId: string; readonly toOrganisationId: string; readonly category: DataCategory }, today: LocalDate,
): boolean =>
  releases.some((release) => release.memberId === wanted.memberId && release.toOrganisationId === wanted.toOrganisationId
    && release.categories.includes(wanted.category) && isInForce(release, today));
