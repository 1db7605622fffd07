import type { LocalDate } from '#kernel';
import { DATA_CATEGORIES, DATA_CATEGORY_NAMES, type DataCategory } from './data-categories.js';
import { type BasisPeriod, isInForce } from './legal-basis.states.js';
import type { BasisType } from './legal-basis.validation.js';
import { explainAll } from './sharing-text.js';

export interface GateBasis extends BasisPeriod {
  readonly id: string;
  /** A basis names one person, never a whole household. */
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly DataCategory[];
  readonly type: BasisType;
  readonly article: string;
}

export interface RequestedShare {
  readonly memberId: string;
  readonly memberName: string;
  readonly isChild: boolean;
  readonly hasProtectedAddress: boolean;
  readonly categories: readonly DataCategory[];
}

export interface SharingQuestion {
  readonly toOrganisation: { readonly id: string; readonly name: string };
  readonly today: LocalDate;
  readonly bases: readonly GateBasis[];
  readonly requested: readonly RequestedShare[];
}

interface OfMember {
  readonly memberId: string;
  readonly memberName: string;
  readonly category: DataCategory;
}
export type CoveredShare = OfMember & { readonly basisId: string; readonly until: LocalDate };
export type MissingShare = OfMember & { readonly message: string };

export interface SharingDecision {
  readonly allowed: boolean;
  readonly covered: readonly CoveredShare[];
  readonly missing: readonly MissingShare[];
  /** Dutch summary: what the organisation will see, or that it cannot yet. */
  readonly sentence: string;
}

function missingMessage(share: RequestedShare, category: DataCategory, organisation: string): string {
  const what = DATA_CATEGORIES[category].withArticle;
  const message = `Er is geen geldige grondslag om ${what} van ${share.memberName} met ${organisation} te delen.`;
  if (category === 'address' && share.hasProtectedAddress) return `${message} Dit adres is beschermd.`;
  return share.isChild ? `${message} Een kind heeft een eigen grondslag nodig.` : message;
}

/** The basis that covers this, the longest-lasting one when there are more. */
const coveringBasis = (question: SharingQuestion, memberId: string, category: DataCategory): GateBasis | undefined =>
  question.bases
    .filter((basis) => basis.memberId === memberId && basis.toOrganisationId === question.toOrganisation.id)
    .filter((basis) => basis.dataCategories.includes(category) && isInForce(basis, question.today))
    .reduce<GateBasis | undefined>((best, basis) => (best && best.validUntil >= basis.validUntil ? best : basis), undefined);

/**
 * THE gate: per member and category, may this organisation see it today, and on which basis?
 * Deny by default. A category is covered only by an active basis, in its period, of exactly this member, to exactly
 * this organisation, that names the category. So a child's data or a protected address never rides along
 * on somebody else's basis. Nothing requested means nothing to refuse: allowed, with empty lists.
 */
export function decideSharing(question: SharingQuestion): SharingDecision {
  const covered: CoveredShare[] = [];
  const missing: MissingShare[] = [];
  for (const share of question.requested) {
    const { memberId, memberName } = share;
    for (const category of DATA_CATEGORY_NAMES.filter((name) => share.categories.includes(name))) {
      const basis = coveringBasis(question, memberId, category);
      if (basis) covered.push({ memberId, memberName, category, basisId: basis.id, until: basis.validUntil });
      else {
        const message = missingMessage(share, category, question.toOrganisation.name);
        missing.push({ memberId, memberName, category, message });
      }
    }
  }
  const allowed = missing.length === 0;
  const { name } = question.toOrganisation;
  const sentence = allowed ? explainAll(name, covered, question.bases) : `Delen met ${name} kan nog niet. Er mist een grondslag.`;
  return { allowed, covered, missing, sentence };
}

/** Whether a running referral still stands on a basis for everything it shares. */
export const stillCovered = (question: SharingQuestion): boolean => decideSharing(question).allowed;
