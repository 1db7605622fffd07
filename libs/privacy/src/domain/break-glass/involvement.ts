/** Why somebody is in a dossier; a row of `household_access` each. */
export const ACCESS_REASONS = ['regisseur', 'substitute', 'intake', 'break-glass'] as const;
export type AccessReason = (typeof ACCESS_REASONS)[number];

export interface Involvement {
  /** Regisseur, or the substitute today. */
  readonly asRegisseur: boolean;
  /** Has a task in this family; break-glass alone is none: it reads, and nothing else (decision 0011). */
  readonly hasTask: boolean;
}

/** What these reasons together allow. The last one that ends takes the access away; until then each stands on its own. */
export const involvementOf = (reasons: readonly string[]): Involvement => ({
  asRegisseur: reasons.includes('regisseur') || reasons.includes('substitute'),
  hasTask: reasons.some((reason) => reason !== 'break-glass'),
});
