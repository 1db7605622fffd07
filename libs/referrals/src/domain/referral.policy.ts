import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';
import { REFERRAL_ACTIONS, type ReferralAction, type ReferralState } from './referral.states.js';

export interface ReferralParties {
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  /** Active regisseur of the household; the substitute acts in their place. */
  readonly regisseurId: string | null;
  readonly substituteId?: string | null;
}

/** On which side of a referral somebody stands. */
export type ReferralSide = 'sender' | 'receiver' | 'system';

/** Which side may do what. A new action does not compile until it has its row. */
export const WHO_MAY_REFER: Readonly<Record<ReferralAction, readonly ReferralSide[]>> = {
  request: ['sender'],
  'confirm-receipt': ['receiver'],
  accept: ['receiver'],
  reject: ['receiver'],
  cancel: ['sender'],
  expire: ['system'],
  'record-first-contact': ['receiver'],
  'record-three-way-meeting': ['sender', 'receiver'],
  'give-feedback': ['receiver'],
  hold: ['receiver'],
  resume: ['receiver'],
  complete: ['receiver'],
  fail: ['receiver'],
  // The withdrawal of a basis stops a referral at once, whoever recorded it.
  'stop-basis-gone': ['system', 'sender'],
  'mark-entered-in-error': ['sender'],
};

/** The side of this person, or null when the referral is none of their business. */
export function sideOf(actor: Actor, parties: ReferralParties): ReferralSide | null {
  if (actor.kind === 'system') return 'system';
  const acts = actor.userId === parties.regisseurId || actor.userId === parties.substituteId;
  if (acts && hasRole(actor, 'regisseur')) return 'sender';
  const receives = actor.organisationId === parties.toOrganisationId && hasRole(actor, 'partner-worker');
  return receives ? 'receiver' : null;
}

/** Whether this person may do this with the referral, whatever its state. */
export function mayChangeReferral(actor: Actor, action: ReferralAction, parties: ReferralParties): Verdict {
  const side = sideOf(actor, parties);
  const allowed = side !== null && WHO_MAY_REFER[action].includes(side);
  return allowIf(allowed, `Je kunt bij deze verwijzing niet: ${REFERRAL_ACTIONS[action]}.`);
}

/** The receiver never sees a draft: nothing has been asked of them yet. */
export function maySeeReferral(actor: Actor, parties: ReferralParties & { readonly state: ReferralState }): Verdict {
  const side = sideOf(actor, parties);
  const visible = side !== null && !(side === 'receiver' && parties.state === 'draft');
  return allowIf(visible, 'Deze verwijzing is niet aan jou of jouw organisatie gericht.');
}
