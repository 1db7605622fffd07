import { ALLOWED, hasRole, refuse, type Role, type Verdict } from '#kernel';

export type OrganisationKind = 'municipality' | 'welfare' | 'credit-bank' | 'ngo';

export interface BsnStanding {
  readonly roles: readonly Role[];
  readonly kind: OrganisationKind;
  /** A credit bank that is a public body itself, and not one that works for a municipality under contract. */
  readonly publicBody: boolean;
  /** The municipality gave this organisation a mandate to work with the BSN (Awb 10:3). */
  readonly mandated: boolean;
}

/**
 * Whether somebody may see or search a BSN at all (Wabb 10; the column BSN of the roles in domain.md). Of whose BSN is another
 * question: that asks involvement. An NGO never may, whatever its role or mandate says. The same rule stands in the database
 * as `access.may_see_bsn`; a spec holds the two together.
 */
export function maySeeBsn({ roles, kind, publicBody, mandated }: BsnStanding): Verdict {
  if (kind === 'ngo') return refuse('Een BSN is alleen voor een overheidsorganisatie. Gebruik het zaaknummer.');
  const municipal = kind === 'municipality';
  if (municipal && hasRole({ roles }, 'regisseur', 'team-lead')) return ALLOWED;
  if ((municipal || mandated) && hasRole({ roles }, 'case-worker', 'decision-maker', 'objection-handler')) return ALLOWED;
  if (kind === 'credit-bank' && publicBody && hasRole({ roles }, 'partner-worker')) return ALLOWED;
  return refuse('Met jouw rol mag je geen BSN zien. Gebruik het zaaknummer.');
}
