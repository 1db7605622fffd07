import { type Actor, allOf, allowIf, hasRole, type Verdict } from '#kernel';
import { type HouseholdTeam, mayPropose } from '../assignment.policy.js';
import { handover, type HandoverAction, type HandoverFacts, type HandoverState } from './handover.states.js';

export interface HandoverParties extends HouseholdTeam {
  /** Who hands over. */
  readonly regisseurId: string;
  readonly successorId: string;
  /** The actor works in the family: its regisseur, or who stands in today. */
  readonly actorWorksOnIt: boolean;
}

type Side = 'regisseur' | 'stand-in' | 'successor' | 'team-lead';

/** Who may do what. Nobody says yes for another, and a stand-in gives no family away. A new action does not compile without its row. */
export const WHO_MAY_HAND_OVER: Readonly<Record<HandoverAction, readonly Side[]>> = {
  accept: ['successor'],
  decline: ['successor'],
  'move-talk': ['regisseur', 'stand-in', 'team-lead'],
  // Who was there is content: it is written down by somebody who may see the family.
  'record-talk': ['regisseur', 'stand-in'],
  confirm: ['regisseur', 'successor'],
  'switch-urgently': ['team-lead'],
  cancel: ['regisseur', 'successor', 'team-lead'],
};

function sidesOf(actor: Actor, parties: HandoverParties): readonly Side[] {
  const isRegisseur = hasRole(actor, 'regisseur');
  const isHere = actor.municipalityId === parties.municipalityId;
  if (!isHere) return [];
  return [
    ...(isRegisseur && actor.userId === parties.regisseurId ? (['regisseur'] as const) : []),
    ...(isRegisseur && parties.actorWorksOnIt ? (['stand-in'] as const) : []),
    ...(isRegisseur && actor.userId === parties.successorId ? (['successor'] as const) : []),
    ...(mayPropose(actor, parties).allowed && actor.userId !== parties.successorId ? (['team-lead'] as const) : []),
  ];
}

const REFUSALS: Readonly<Record<HandoverAction, string>> = {
  accept: 'Alleen wie gevraagd is, kan hierop antwoorden.',
  decline: 'Alleen wie gevraagd is, kan hierop antwoorden.',
  'move-talk': 'Alleen de regisseur of de teamleider verzet het gesprek.',
  'record-talk': 'Alleen de regisseur van het gezin legt het gesprek vast.',
  confirm: 'Alleen de oude en de nieuwe regisseur bevestigen de overdracht.',
  'switch-urgently': 'Alleen de teamleider kan met spoed overdragen.',
  cancel: 'Alleen de twee regisseurs en de teamleider kunnen dit stoppen.',
};

/** Whether this person may do this to this hand-over, whatever its state. */
export const mayHandOver = (actor: Actor, action: HandoverAction, parties: HandoverParties): Verdict =>
  allowIf(sidesOf(actor, parties).some((side) => WHO_MAY_HAND_OVER[action].includes(side)), REFUSALS[action]);

/** Who plans one: the regisseur for an own family, or the team lead; never for oneself, because being regisseur opens a dossier. */
export const mayPlanHandover = (actor: Actor, family: HouseholdTeam & { regisseurId: string; successorId?: string }): Verdict =>
  allOf(
    allowIf(
      (hasRole(actor, 'regisseur') && actor.userId === family.regisseurId && actor.municipalityId === family.municipalityId) || mayPropose(actor, family).allowed,
      'Alleen de regisseur van het gezin of de teamleider plant een overdracht.',
    ),
    allowIf(actor.userId !== family.successorId, 'Je kunt een gezin niet aan jezelf geven. Vraag een andere teamleider.'),
  );

/** What this person can do now: the rules of the machine and of the policy together. The facts are those of a filled-in form. */
export const allowedHandoverActions = (actor: Actor, state: HandoverState, parties: HandoverParties, facts: Pick<HandoverFacts, 'notConfirmedBefore' | 'urgencyAllowed' | 'talkIsOwed'>): HandoverAction[] =>
  handover.allowedTransitions(state, { reasonGiven: true, familyWasThere: true, talkIsOver: true, ...facts })
    .filter((action) => mayHandOver(actor, action, parties).allowed);
