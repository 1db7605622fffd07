import { type Actor, allowIf, hasRole, refuse, type Verdict } from '#kernel';
import { HOUSEHOLD_ACTIONS, type HouseholdAction } from './household-case.states.js';

/** How the actor stands to this household; the service looks it up, the policy only reasons. */
export interface HouseholdRelation {
  readonly municipalityId: string;
  /** Active regisseur, or the substitute today. */
  readonly actorIsRegisseur: boolean;
  /** Case worker who is involved in this household. */
  readonly actorIsInvolved: boolean;
  /** Team lead of the team that has this household. */
  readonly actorLeadsTeam: boolean;
}

type Side = 'regisseur' | 'case-worker' | 'team-lead';

/** Who may do what to a case. A new action does not compile until it has its row. */
export const WHO_MAY: Readonly<Record<HouseholdAction, readonly Side[]>> = {
  'start-safety-check': ['case-worker', 'team-lead'],
  'place-on-waiting-list': ['case-worker', 'team-lead', 'regisseur'],
  'start-intake': ['case-worker', 'team-lead', 'regisseur'],
  'start-plan': ['regisseur'],
  activate: ['regisseur'],
  // Scaling up opens the dossier for the team lead, so that is asked by who has it: nobody opens one for themselves.
  'scale-up': ['regisseur'],
  'scale-down': ['team-lead'],
  'start-aftercare': ['regisseur'],
  close: ['regisseur', 'team-lead'],
  reopen: ['regisseur', 'case-worker', 'team-lead'],
  'refer-elsewhere': ['regisseur', 'case-worker', 'team-lead'],
  'decline-help': ['regisseur', 'case-worker', 'team-lead'],
  'move-away': ['regisseur', 'case-worker', 'team-lead'],
  merge: ['regisseur', 'case-worker', 'team-lead'],
};

const sidesOf = (actor: Actor, relation: HouseholdRelation): readonly Side[] => {
  const sides: Side[] = [];
  if (relation.actorIsRegisseur && hasRole(actor, 'regisseur')) sides.push('regisseur');
  if (relation.actorIsInvolved && hasRole(actor, 'case-worker')) sides.push('case-worker');
  if (relation.actorLeadsTeam && hasRole(actor, 'team-lead')) sides.push('team-lead');
  return sides;
};

/** Whether this person may do this to the case, whatever state it is in. Another municipality: never. */
export function mayChangeHousehold(actor: Actor, action: HouseholdAction, relation: HouseholdRelation): Verdict {
  if (actor.municipalityId !== relation.municipalityId) return refuse('Dit huishouden hoort bij een andere gemeente.');
  const allowed = sidesOf(actor, relation).some((side) => WHO_MAY[action].includes(side));
  return allowIf(allowed, `Je kunt bij dit huishouden niet: ${HOUSEHOLD_ACTIONS[action]}.`);
}

/** Who may report a household: the team that does intakes (domain.md: case worker and team lead). */
export const mayReportHousehold = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'case-worker', 'team-lead'), 'Alleen het team kan een gezin aanmelden.');
