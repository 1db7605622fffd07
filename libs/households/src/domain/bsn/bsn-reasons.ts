/** Why somebody looks at a BSN. A short list, so that the log says why and never holds a text about a person. */
export const BSN_REASONS = {
  identification: 'Om te weten of ik met de juiste persoon spreek',
  application: 'Voor een aanvraag of melding bij de overheid',
  correction: 'Om te controleren of het nummer klopt',
} as const;
export type BsnReason = keyof typeof BSN_REASONS;
export const BSN_REASON_NAMES = Object.keys(BSN_REASONS) as BsnReason[];

/** How long a number stays on the screen after somebody asked for it. */
export const HIDE_BSN_AFTER_SECONDS = 60;
