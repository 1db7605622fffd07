import { type Actor, allOf, allowIf, hasRole, type Role, type Verdict } from '#kernel';
import { type ControlledAct, fourEyes, type Involved } from './four-eyes.policy.js';
import { FUND_REQUEST_ACTIONS, type FundRequestAction } from './fund-request.states.js';

/** Who may do what with a request. A new action does not compile until it has its row. */
export const WHO_MAY_FUND: Readonly<Record<FundRequestAction, readonly Role[]>> = {
  submit: ['regisseur'],
  'start-completeness-check': ['fund-secretary'],
  'find-complete': ['fund-secretary'],
  'ask-supplement': ['fund-secretary'],
  'receive-supplement': ['regisseur', 'fund-secretary'],
  // Not taking into consideration is a decision too (Awb 4:5).
  'not-consider': ['decision-maker'],
  'write-advice': ['fund-secretary'],
  'put-on-agenda': ['fund-secretary'],
  'give-advice': ['committee-member'],
  grant: ['decision-maker'],
  'grant-partly': ['decision-maker'],
  refuse: ['decision-maker'],
  withdraw: ['regisseur'],
  announce: ['fund-secretary'],
  pay: ['finance'],
  evaluate: ['regisseur'],
  close: ['fund-secretary'],
};

/** The actions that need a second pair of eyes. */
export const CONTROLLED: Partial<Readonly<Record<FundRequestAction, ControlledAct>>> = {
  'start-completeness-check': 'check-completeness',
  'find-complete': 'check-completeness',
  'ask-supplement': 'check-completeness',
  'give-advice': 'advise',
  'not-consider': 'decide',
  grant: 'decide',
  'grant-partly': 'decide',
  refuse: 'decide',
  pay: 'release-payment',
};

export interface FundRequestRelation extends Involved {
  readonly municipalityId: string;
  /** Active regisseur of the household, or the substitute today. */
  readonly actorIsRegisseur: boolean;
}

/** Whether this person may do this with the request, whatever its state: role, own household, four eyes. */
export function mayChangeFundRequest(actor: Actor, action: FundRequestAction, relation: FundRequestRelation): Verdict {
  const roles = WHO_MAY_FUND[action].filter((role) => role !== 'regisseur' || relation.actorIsRegisseur);
  const act = CONTROLLED[action];
  return allOf(
    allowIf(actor.municipalityId === relation.municipalityId, 'Deze aanvraag hoort bij een andere gemeente.'),
    allowIf(hasRole(actor, ...roles), `Je kunt bij deze aanvraag niet: ${FUND_REQUEST_ACTIONS[action]}.`),
    ...(act ? [fourEyes(actor.userId, act, relation)] : []),
  );
}
