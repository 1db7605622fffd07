import type { Actor } from '#kernel';
import { HOUSEHOLD_TRANSITIONS, type HouseholdAction, mayChangeHousehold } from '#households';
import { relationFor, relationOf } from '#regie';
import type { DossierRow } from './dossier.queries.js';

/** By state and role only: what a move still lacks is read on the page of the case itself. Merging has a page of its own. */
export function caseActions({ head: { state }, reasons, teamId }: DossierRow, actor: Actor): string[] {
  const held = { state, teamId, relation: relationOf(actor, { municipalityId: actor.municipalityId, teamId }, reasons) };
  const moves = Object.keys(HOUSEHOLD_TRANSITIONS[state]) as HouseholdAction[];
  return moves.filter((action) => action !== 'merge' && mayChangeHousehold(actor, action, relationFor(action, held, actor)).allowed);
}
