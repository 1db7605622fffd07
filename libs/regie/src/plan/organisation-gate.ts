import type { LocalDate } from '#kernel';
import { decideSharing, requestOf, type SharingFacts } from '#privacy';

/** What the gate needs to know of one organisation and one family. */
export type GateFacts = Pick<SharingFacts, 'members' | 'bases' | 'agreements' | 'releases'> & {
  readonly organisation: { readonly id: string; readonly name: string };
  /** A referral to it that is not over. */
  readonly hasOpenReferral: boolean;
};

/**
 * Why this organisation may not see the family, and so can have no action in its plan; null when it may. Somebody's name has to
 * be open for it, by a basis under an agreement, and a referral has to run: else nobody there knows that something is asked.
 */
export function whyClosed({ organisation, members, bases, agreements, releases, hasOpenReferral }: GateFacts, today: LocalDate): string | null {
  const requested = members.map((member) => requestOf(member, ['name'], today));
  const { covered, sentence } = decideSharing({ toOrganisation: organisation, today, bases, agreements, releases, requested });
  const { name } = organisation;
  if (covered.length === 0) return `${name} kan geen actie hebben in dit plan. ${sentence}`;
  return hasOpenReferral ? null : `${name} kan geen actie hebben in dit plan. Er loopt geen verwijzing naar ${name}.`;
}
