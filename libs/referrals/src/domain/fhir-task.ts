import type { ReferralState } from './referral.states.js';

/** Task.status of FHIR R4, as the Gravity SDOH closed loop uses it. */
export type FhirTaskStatus =
  | 'draft'
  | 'requested'
  | 'received'
  | 'accepted'
  | 'rejected'
  | 'ready'
  | 'cancelled'
  | 'in-progress'
  | 'on-hold'
  | 'failed'
  | 'completed'
  | 'entered-in-error';

/** FHIR has no 'expired': nobody answered, so the task was cancelled; `businessStatus` tells which it was. */
const TO_FHIR: Readonly<Record<ReferralState, FhirTaskStatus>> = {
  draft: 'draft',
  requested: 'requested',
  accepted: 'accepted',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  failed: 'failed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  expired: 'cancelled',
  'entered-in-error': 'entered-in-error',
};

const FROM_FHIR: Readonly<Record<FhirTaskStatus, ReferralState>> = {
  draft: 'draft',
  requested: 'requested',
  received: 'requested',
  accepted: 'accepted',
  rejected: 'rejected',
  ready: 'accepted',
  cancelled: 'cancelled',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  failed: 'failed',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
};

/** Our state as a FHIR Task; a confirmed receipt is a status there and a moment here. */
export const toFhirTask = (
  state: ReferralState,
  receiptConfirmed: boolean,
): { status: FhirTaskStatus; businessStatus: ReferralState } => ({
  status: state === 'requested' && receiptConfirmed ? 'received' : TO_FHIR[state],
  businessStatus: state,
});

/** The state a partner's FHIR Task puts our referral in; `businessStatus` restores 'expired'. */
export const fromFhirTask = (status: FhirTaskStatus, businessStatus?: string): ReferralState =>
  status === 'cancelled' && businessStatus === 'expired' ? 'expired' : FROM_FHIR[status];
