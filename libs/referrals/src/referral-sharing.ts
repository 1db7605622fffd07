import type { LocalDate } from '#kernel';
import { type DataCategory, decideSharing, type GateBasis, type SharingDecision, throughTheDoor } from '#privacy';

export interface SharedCategory {
  readonly memberId: string;
  readonly category: DataCategory;
}

/** What the referral `r` shares, by its own rows. */
export const SHARES = `coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', s.member_id, 'category', s.category) ORDER BY s.member_id)
  FROM referral_share s WHERE s.referral_id = r.id), '[]')`;

/** The bases under it as the narrow door shows them; `today` is the number of the parameter. */
export const sharedBases = (today: string): string => `
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.legal_basis_id, 'memberId', x.member_id, 'toOrganisationId', r.to_organisation_id,
    'dataCategories', jsonb_build_array(x.category), 'type', x.basis_type, 'article', x.article, 'state', 'active',
    'validFrom', x.valid_from, 'validUntil', x.open_until))
   FROM access.shared_with_me(r.id, ${today}::date) x), '[]')`;

/** Puts what a referral shares before the gate again, as it is today; `bases` are those that the narrow door showed. */
export function gateOf(
  toOrganisation: { readonly id: string; readonly name: string },
  shares: readonly SharedCategory[],
  bases: readonly GateBasis[],
  today: LocalDate,
): SharingDecision {
  // Names only serve the messages, and these go to nobody: the answer is who sees which field.
  const requested = shares.map(({ memberId, category }) => ({
    memberId, memberName: '', isChild: false, hasProtectedAddress: false, isRestricted: false, categories: [category],
  }));
  return decideSharing({ toOrganisation, today, requested, ...throughTheDoor(toOrganisation.id, bases) });
}
