import { earliest, type LocalDate } from '#kernel';
import { DATA_CATEGORY_NAMES, type DataCategory } from './data-categories.js';
import { type BasisPeriod, isInForce } from './legal-basis.states.js';
import type { BasisType } from './legal-basis.validation.js';
import { needsSecrecyRelease } from './records/secrecy.js';
import { agreementInForce, type GateAgreement } from './sharing/agreement.states.js';
import { cannotShare, type GateRefusal, REFUSALS } from './sharing/refusals.js';
import { explainAll } from './sharing-text.js';

export interface GateBasis extends BasisPeriod {
  readonly id: string;
  /** A basis names one person, never a whole household. */
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly dataCategories: readonly DataCategory[];
  readonly type: BasisType;
  readonly article: string;
  /** For these a professional's secrecy stands beside the basis, says the catalogue; null for a basis from before it. */
  readonly secrecyCategories?: readonly DataCategory[] | null;
}

/** A professional may tell what was heard in confidence: a record of its own, next to the basis. */
export interface GateRelease extends BasisPeriod {
  readonly memberId: string;
  readonly toOrganisationId: string;
  readonly categories: readonly DataCategory[];
}

export interface RequestedShare {
  readonly memberId: string;
  readonly memberName: string;
  readonly isChild: boolean;
  readonly hasProtectedAddress: boolean;
  /** AVG 18: this person's data are kept and not used. */
  readonly isRestricted: boolean;
  readonly categories: readonly DataCategory[];
}

export interface SharingQuestion {
  readonly toOrganisation: { readonly id: string; readonly name: string };
  readonly today: LocalDate;
  readonly bases: readonly GateBasis[];
  readonly agreements: readonly GateAgreement[];
  readonly releases: readonly GateRelease[];
  readonly requested: readonly RequestedShare[];
}

interface OfMember {
  readonly memberId: string;
  readonly memberName: string;
  readonly category: DataCategory;
}
export type CoveredShare = OfMember & { readonly basisId: string; readonly until: LocalDate };
export type MissingShare = OfMember & { readonly reason: GateRefusal; readonly message: string };

export interface SharingDecision {
  readonly allowed: boolean;
  readonly covered: readonly CoveredShare[];
  readonly missing: readonly MissingShare[];
  /** Dutch summary: what the organisation will see, or that it cannot yet. */
  readonly sentence: string;
}

type Period = Pick<BasisPeriod, 'validUntil'>;
type Open = { readonly basisId: string; readonly until: LocalDate };

const longest = <T extends Period>(periods: readonly T[]): T | undefined =>
  periods.reduce<T | undefined>((best, one) => (best && best.validUntil >= one.validUntil ? best : one), undefined);

/** The longest-lasting release of exactly this member for exactly this organisation that names the category. */
const releaseFor = ({ releases, toOrganisation, today }: SharingQuestion, memberId: string, category: DataCategory): GateRelease | undefined =>
  longest(releases.filter((release) => release.memberId === memberId && release.toOrganisationId === toOrganisation.id
    && release.categories.includes(category) && isInForce(release, today)));

/** Until when this basis opens it, under the agreement and, where secrecy stands, the release; undefined when that is missing. */
function opens(basis: GateBasis, category: DataCategory, agreement: Period, release: Period | undefined): Open | undefined {
  const { secrecyCategories } = basis;
  const needsRelease = needsSecrecyRelease(category, secrecyCategories ? { secrecyCategories } : null);
  if (needsRelease && !release) return undefined;
  const until = earliest(basis.validUntil, agreement.validUntil, ...(needsRelease && release ? [release.validUntil] : []));
  return { basisId: basis.id, until };
}

function decideOne(question: SharingQuestion, { memberId, isRestricted }: RequestedShare, category: DataCategory): Open | GateRefusal {
  const { toOrganisation: { id }, today } = question;
  if (isRestricted) return 'restricted';
  const inForce = question.agreements.filter((one) => one.organisationId === id && agreementInForce(one, today));
  const agreement = longest(inForce.filter(({ categories }) => categories.includes(category)));
  if (!agreement) return inForce.length === 0 ? 'no-agreement' : 'not-in-agreement';
  const bases = question.bases.filter((basis) => basis.memberId === memberId && basis.toOrganisationId === id
    && basis.dataCategories.includes(category) && isInForce(basis, today));
  if (bases.length === 0) return 'no-basis';
  const release = releaseFor(question, memberId, category);
  // The basis under which it stays open longest.
  return bases.map((basis) => opens(basis, category, agreement, release))
    .reduce((best, one) => (!one || (best && best.until >= one.until) ? best : one), undefined) ?? 'no-release';
}

/**
 * THE gate: per member and category, may this organisation see it today, and on which basis?
 * Deny by default. A category is covered only by an active basis, in its period, of exactly this member, to exactly this
 * organisation, that names the category; under an agreement with that organisation that covers it; with a release where a
 * professional's secrecy stands; and never of somebody whose data are restricted. So a child's data or a protected address
 * never rides along on somebody else's basis. Nothing requested means nothing to refuse: allowed, with empty lists.
 * `access.shared_with_me` says the same in SQL; test/access/gate-and-door.spec.ts compares them.
 */
export function decideSharing(question: SharingQuestion): SharingDecision {
  const covered: CoveredShare[] = [];
  const missing: MissingShare[] = [];
  const { name } = question.toOrganisation;
  for (const share of question.requested) {
    const { memberId, memberName } = share;
    for (const category of DATA_CATEGORY_NAMES.filter((one) => share.categories.includes(one))) {
      const found = decideOne(question, share, category);
      if (typeof found === 'string') missing.push({ memberId, memberName, category, reason: found, message: REFUSALS[found](share, category, name) });
      else covered.push({ memberId, memberName, category, ...found });
    }
  }
  const allowed = missing.length === 0;
  const sentence = allowed ? explainAll(name, covered, question.bases) : cannotShare(name, missing.map(({ reason }) => reason));
  return { allowed, covered, missing, sentence };
}

/** Whether a running referral still stands on a basis for everything it shares. */
export const stillCovered = (question: SharingQuestion): boolean => decideSharing(question).allowed;
