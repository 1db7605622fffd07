import { type LocalDate, withoutBsn } from '#kernel';
import { isLate, type ReferralSide, type ReferralState } from './domain/index.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReferralSummaryRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly householdId: string;
  readonly householdName: string | null;
  readonly fromOrganisation: Named;
  readonly toOrganisation: Named;
  readonly question: string;
  readonly threatening: boolean;
  readonly state: ReferralState;
  readonly requestedAt: string | Date | null;
  readonly answerBy: LocalDate | null;
  readonly firstContactBy: LocalDate | null;
  readonly version: number;
}

/** One referral in a list. Whose family it is, only the sender's side reads. */
export interface ReferralSummary extends Omit<ReferralSummaryRow, 'householdId' | 'householdName' | 'requestedAt'> {
  readonly householdId?: string;
  readonly householdName?: string;
  readonly requestedAt: string | null;
  readonly late: boolean;
}

/** The columns of `ReferralSummaryRow`; `r` is the referral. The name of the household is null for a partner: they can't see that row. */
export const SUMMARY_COLUMNS = `r.id, r.case_number AS "caseNumber", r.household_id AS "householdId",
  (SELECT hn.name FROM household hn WHERE hn.id = r.household_id) AS "householdName",
  (SELECT jsonb_build_object('id', fo.id, 'name', fo.name) FROM organisation fo WHERE fo.id = r.from_organisation_id) AS "fromOrganisation",
  (SELECT jsonb_build_object('id', ot.id, 'name', ot.name) FROM organisation ot WHERE ot.id = r.to_organisation_id) AS "toOrganisation",
  r.question, r.threatening, r.state, r.requested_at AS "requestedAt", r.answer_by AS "answerBy", r.meeting_by AS "firstContactBy", r.version`;

const LIVE: readonly ReferralState[] = ['requested', 'accepted', 'in-progress', 'on-hold'];
const GONE = 'Deze verwijzing is gesloten. De vraag is niet meer te zien.';

/** Free text can hold anything about a family, so for the partner it goes together with the fields. */
export const mayReadTexts = (side: ReferralSide | null, state: ReferralState): boolean => side === 'sender' || LIVE.includes(state);

/** A regisseur can type anything; a BSN still never reaches a partner (Wabb 10). */
export const forSide = (side: ReferralSide | null, text: string): string => (side === 'sender' ? text : withoutBsn(text));

export function referralSummary(row: ReferralSummaryRow, side: ReferralSide | null, today: LocalDate): ReferralSummary {
  const { id, caseNumber, householdId, householdName, fromOrganisation, toOrganisation, question, threatening, state } = row;
  const { requestedAt, answerBy, firstContactBy, version } = row;
  return {
    id, caseNumber,
    ...(side === 'sender' && { householdId, householdName: householdName ?? '' }),
    fromOrganisation, toOrganisation,
    question: mayReadTexts(side, state) ? forSide(side, question) : GONE,
    threatening, state,
    requestedAt: requestedAt && new Date(requestedAt).toISOString(),
    answerBy, firstContactBy,
    late: isLate({ state, answerBy, firstContactBy }, today),
    version,
  };
}
