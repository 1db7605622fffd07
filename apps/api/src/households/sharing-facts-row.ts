import type { DataCategory, GateAgreement, GateRelease, RunningShare } from '#privacy';

/** `access.sharing_facts`: what stands beside the bases. */
export interface SharingFactsRow {
  /** Per active basis what the catalogue says of secrecy, once for each agreement with its receiver; without one, no state. */
  readonly bases: readonly ({ readonly id: string; readonly secrecyCategories: readonly DataCategory[] | null } & (GateAgreement | { readonly state: null }))[];
  readonly releases: readonly GateRelease[];
  readonly running: readonly RunningShare[];
}
