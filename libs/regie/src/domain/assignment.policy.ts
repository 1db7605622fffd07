import { type Actor, allOf, allowIf, hasRole, type Role, type Verdict } from '#kernel';
import type { AssignmentAction } from './assignment.states.js';

export interface HouseholdTeam {
  readonly municipalityId: string;
  /** The team that has the household; null when no team is chosen yet. */
  readonly teamId: string | null;
}

export interface ProposedRegisseur {
  readonly userId: string;
  readonly municipalityId: string;
  readonly roles: readonly Role[];
}

/** Only a team lead of the municipality, and of the household's team when it has one, proposes. */
export function mayPropose(actor: Actor, household: HouseholdTeam): Verdict {
  const ownTeam = household.teamId === null || actor.teamIds.includes(household.teamId);
  return allOf(
    allowIf(hasRole(actor, 'team-lead'), 'Alleen een teamleider kan een regisseur voorstellen.'),
    allowIf(actor.municipalityId === household.municipalityId, 'Dit gezin hoort bij een andere gemeente.'),
    allowIf(ownTeam, 'Dit gezin hoort bij een ander team.'),
  );
}

/** Being regisseur opens a dossier, so nobody proposes themselves: a role does not grant itself rights. */
export const mayProposeThisPerson = (actor: Pick<Actor, 'userId'>, regisseurId: string): Verdict =>
  allowIf(actor.userId !== regisseurId, 'Je kunt jezelf niet voorstellen. Vraag een andere teamleider.');

/** Whether this person can be regisseur of this household. */
export const canBeRegisseur = (person: ProposedRegisseur, household: HouseholdTeam): Verdict =>
  allOf(
    allowIf(person.roles.includes('regisseur'), 'Deze collega is geen regisseur.'),
    allowIf(person.municipalityId === household.municipalityId, 'Deze regisseur werkt in een andere gemeente.'),
  );

/** Accepting and declining belong to the proposed regisseur alone: nobody says yes for another. */
export const mayAnswer = (actor: Actor, assignment: { regisseurId: string }): Verdict =>
  allowIf(
    hasRole(actor, 'regisseur') && actor.userId === assignment.regisseurId,
    'Alleen de voorgestelde regisseur kan hierop antwoorden.',
  );

type Side = 'team-lead' | 'regisseur';

/** Who may do what with an assignment. A new action does not compile until it has its row. */
export const WHO_MAY_ASSIGN: Readonly<Record<AssignmentAction, readonly Side[]>> = {
  accept: ['regisseur'],
  decline: ['regisseur'],
  'withdraw-proposal': ['team-lead'],
  start: ['regisseur', 'team-lead'],
  'plan-handover': ['regisseur', 'team-lead'],
  'cancel-handover': ['regisseur', 'team-lead'],
  'hand-over': ['regisseur', 'team-lead'],
  end: ['team-lead'],
};

/** Whether this person may do this to this assignment, whatever its state. */
export function mayChangeAssignment(
  actor: Actor,
  action: AssignmentAction,
  assignment: HouseholdTeam & { regisseurId: string },
): Verdict {
  const sides = WHO_MAY_ASSIGN[action];
  const asRegisseur = mayAnswer(actor, assignment);
  if (sides.includes('regisseur') && asRegisseur.allowed) return asRegisseur;
  return sides.includes('team-lead') ? mayPropose(actor, assignment) : asRegisseur;
}
