import type { Actor, LocalDate } from '#kernel';
import { AGREEMENT_STATES, agreementInForce, type AgreementState, allowedAgreementTransitions, type DataCategory, mayKeepAgreements } from '../domain/index.js';

export interface AgreementRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly reference: string | null;
  readonly signedOn: LocalDate | null;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly categories: readonly DataCategory[];
  readonly state: AgreementState;
  readonly documentReference: string | null;
  readonly endReason: string | null;
  readonly version: number;
  readonly openReferrals: number;
}

export interface AgreementView extends Omit<AgreementRow, 'municipalityId' | 'openReferrals'> {
  /** Running referrals that would stop without it; null for who does not keep the agreements. */
  readonly openReferrals: number | null;
  /** Whether a partner can see something under it today. */
  readonly inForce: boolean;
  /** The state in words, as it counts today. */
  readonly standing: string;
  readonly allowedActions: readonly string[];
}

/** `g` is the data_sharing_agreement; `today` the number of the parameter. */
export const agreementColumns = (today: string): string => `g.id, g.municipality_id AS "municipalityId",
  (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organisation o WHERE o.id = g.organisation_id) AS organisation,
  g.title, g.reference, g.signed_on AS "signedOn", g.valid_from AS "validFrom", g.valid_until AS "validUntil", g.categories, g.state,
  g.document_reference AS "documentReference", g.end_reason AS "endReason", g.version,
  (SELECT count(*)::int FROM access.leaning_on_agreement(g.id, ${today}::date)) AS "openReferrals"`;

const WISHES = { signed: true, periodOver: false, reasonGiven: true };

export function agreementView(actor: Actor, { municipalityId, ...row }: AgreementRow, today: LocalDate): AgreementView {
  const keeps = mayKeepAgreements(actor, { municipalityId }).allowed;
  return {
    ...row,
    openReferrals: keeps ? row.openReferrals : null,
    inForce: agreementInForce({ ...row, organisationId: row.organisation.id }, today),
    standing: standingOf(row, today),
    // What the form still asks for is not missing yet.
    allowedActions: keeps ? allowedAgreementTransitions(row.state, WISHES) : [],
  };
}

function standingOf({ state, validFrom, validUntil }: Pick<AgreementRow, 'state' | 'validFrom' | 'validUntil'>, today: LocalDate): string {
  if (state === 'ended' || state === 'proposed') return AGREEMENT_STATES[state];
  if (validUntil <= today) return 'verlopen';
  return validFrom > today ? 'gaat nog in' : AGREEMENT_STATES[state];
}
