import { type LocalDate, refuseInvalid } from '#kernel';

/** Why a record may not be destroyed yet, as a person can say it. */
export const LEGAL_HOLD_KINDS = {
  objection: 'bezwaar of beroep',
  complaint: 'klacht',
  'rights-request': 'verzoek van een inwoner',
  'court-case': 'rechtszaak',
  inspection: 'onderzoek van een toezichthouder',
  other: 'andere reden',
} as const;
export type LegalHoldKind = keyof typeof LEGAL_HOLD_KINDS;
export const LEGAL_HOLD_KIND_NAMES = Object.keys(LEGAL_HOLD_KINDS) as LegalHoldKind[];

/** Why Naast itself does not let a record go. */
export const HOLDS = {
  'legal-hold': 'Het dossier is vastgezet.',
  'open-referral': 'Er loopt nog een verwijzing.',
  'open-fund-request': 'Er loopt nog een aanvraag bij het fonds.',
  'rights-request': 'Er loopt nog een verzoek van een inwoner.',
} as const;

/** A last day in the past would hold nothing. Throws `invalid`. */
export function checkHoldUntil(until: LocalDate | undefined, today: LocalDate): void {
  const wrong = until !== undefined && until <= today;
  refuseInvalid('legal-hold.until', wrong ? [{ name: 'until', message: 'Kies een dag na vandaag.' }] : []);
}
