import type { Actor, LocalDate } from '#kernel';
import { basesOf, type SharedMember, sharedMembers, type SharedRow } from '#privacy';
import { REFUSAL_CODES, type ReferralAction, type NextStep, type RefusalCode, sideOf } from './domain/index.js';
import { partiesOf } from './held-referral.js';
import { allowedSteps, standingOf } from './referral-progress.js';
import { gateOf, type SharedCategory } from './referral-sharing.js';
import { forSide, mayReadTexts, type ReferralSummary, referralSummary, type ReferralSummaryRow } from './referral-summary.js';

interface EventRow {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
  readonly note: string | null;
  readonly by: string | null;
}

export interface ReferralRow extends ReferralSummaryRow {
  readonly regisseurId: string;
  readonly regisseurName: string;
  readonly substitutes: boolean;
  readonly receivedAt: string | Date | null;
  readonly firstContactOn: LocalDate | null;
  readonly refusalCode: RefusalCode | null;
  readonly refusalExplanation: string | null;
  readonly refusalNextStep: string | null;
  readonly shares: readonly SharedCategory[];
  readonly shared: readonly SharedRow[];
  readonly events: readonly EventRow[];
}

export interface ReferralView extends ReferralSummary {
  readonly receivedAt: string | null;
  readonly firstContactOn: LocalDate | null;
  readonly regisseur: { readonly name: string };
  readonly responsible: 'regisseur' | 'partner';
  readonly refusal: { readonly code: RefusalCode; readonly label: string; readonly explanation: string; readonly nextStep: string } | null;
  readonly sharedMembers: readonly SharedMember[];
  readonly events: readonly { readonly at: string; readonly kind: string; readonly text: string; readonly by: string }[];
  readonly nextStep: NextStep;
  readonly allowedActions: readonly ReferralAction[];
}

/** One referral as this side reads it; undefined for who stands on neither side. */
export function referralView(actor: Actor, row: ReferralRow, today: LocalDate): ReferralView | undefined {
  const { fromOrganisation, toOrganisation, regisseurId, regisseurName, substitutes, state } = row;
  const parties = partiesOf(actor, { fromOrganisationId: fromOrganisation.id, toOrganisationId: toOrganisation.id, regisseurId, substitutes });
  const side = sideOf(actor, parties);
  if (side === null || (side === 'receiver' && state === 'draft')) return undefined;
  const readsTexts = mayReadTexts(side, state);
  const sharing = gateOf(toOrganisation, row.shares, basesOf(row.shared, toOrganisation.id), today);
  return {
    ...referralSummary(row, side, today),
    receivedAt: row.receivedAt && new Date(row.receivedAt).toISOString(),
    firstContactOn: row.firstContactOn,
    regisseur: { name: regisseurName },
    refusal: readsTexts ? refusalOf(row) : null,
    sharedMembers: sharedMembers(row.shared, sharing.covered),
    events: row.events.map((event) => eventOf({ ...event, note: event.note && forSide(side, event.note) }, readsTexts)),
    ...standingOf(actor, parties, { ...row, partnerName: toOrganisation.name }, today),
    allowedActions: allowedSteps(actor, parties, state, sharing.allowed),
  };
}

const eventOf = ({ at, kind, text, note, by }: EventRow, withNote: boolean) => ({
  at: new Date(at).toISOString(), kind, text: withNote && note ? `${text}\n${note}` : text, by: by ?? 'Naast',
});

function refusalOf({ refusalCode, refusalExplanation, refusalNextStep }: ReferralRow): ReferralView['refusal'] {
  if (!refusalCode) return null;
  return { code: refusalCode, label: REFUSAL_CODES[refusalCode].label, explanation: refusalExplanation ?? '', nextStep: refusalNextStep ?? '' };
}
