import type { LocalDate } from '#kernel';
import { displayName, isChild } from '#households';
import { whatSees } from '#privacy';
import type { DossierRow } from './dossier.queries.js';

interface Sees {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly sentence: string;
}

/** What each organisation with a basis sees of this family today, in the gate's own sentences. */
export function dossierSharing({ sharing, legalBases, members }: DossierRow, today: LocalDate): Sees[] {
  if (!sharing || !legalBases || !members) return [];
  const active = legalBases.filter(({ state }) => state === 'active');
  const organisations = new Map(active.map(({ toOrganisation }) => [toOrganisation.id, toOrganisation]));
  const secrecy = new Map(sharing.bases.map(({ id, secrecyCategories }) => [id, secrecyCategories]));
  const family = {
    today, organisations: [...organisations.values()], releases: sharing.releases, running: sharing.running,
    agreements: sharing.bases.flatMap((one) => (one.state === null ? [] : [one])),
    bases: active.map((basis) => ({ ...basis, toOrganisationId: basis.toOrganisation.id, secrecyCategories: secrecy.get(basis.id) ?? null })),
    members: members.map((member) => ({
      memberId: member.id, memberName: displayName(member), isChild: isChild(member, today), hasProtectedAddress: false, isRestricted: member.isRestricted,
    })),
  };
  return family.organisations.map((organisation) => ({ organisation, sentence: whatSees(family, organisation) }));
}
