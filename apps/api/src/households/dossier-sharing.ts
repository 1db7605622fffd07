import type { LocalDate } from '#kernel';
import { displayName, isChild } from '#households';
import { type DataCategory, type GateAgreement, type GateRelease, type RunningShare, whoSeesWhat } from '#privacy';
import type { DossierRow } from './dossier.queries.js';

/** `access.sharing_facts`: what stands beside the bases. */
export interface SharingFactsRow {
  readonly agreements: readonly GateAgreement[];
  readonly releases: readonly GateRelease[];
  /** Per code of the catalogue the categories under a professional's secrecy. */
  readonly secrecy: Readonly<Record<string, readonly DataCategory[]>>;
  readonly running: readonly RunningShare[];
}

interface Sees {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly sentence: string;
}

/** What each organisation with a basis sees of this family today, in the gate's own sentences. */
export function dossierSharing({ sharing, legalBases, members }: DossierRow, today: LocalDate): Sees[] {
  if (!sharing || !legalBases || !members) return [];
  const active = legalBases.filter(({ state }) => state === 'active');
  const organisations = new Map(active.map(({ toOrganisation }) => [toOrganisation.id, toOrganisation]));
  return whoSeesWhat({
    today, organisations: [...organisations.values()], agreements: sharing.agreements, releases: sharing.releases, running: sharing.running,
    bases: active.map(({ toOrganisation, catalogueCode, ...basis }) => ({
      ...basis, toOrganisationId: toOrganisation.id, secrecyCategories: catalogueCode ? (sharing.secrecy[catalogueCode] ?? null) : null,
    })),
    members: members.map((member) => ({
      memberId: member.id, memberName: displayName(member), isChild: isChild(member, today), hasProtectedAddress: false, isRestricted: member.isRestricted,
    })),
  }).map(({ organisation, sentence }) => ({ organisation, sentence }));
}
