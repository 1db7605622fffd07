import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

/** How the actor stands to this family; the service looks it up. */
export interface FamilyRelation {
  readonly municipalityId: string;
  /** Regisseur, or the substitute today. */
  readonly asRegisseur: boolean;
  /** Has a task in this family; break-glass is none. */
  readonly hasTask: boolean;
}

/** Whoever works with the family writes down how it goes. */
export const mayMeasure = (actor: Actor, { municipalityId, hasTask }: FamilyRelation): Verdict =>
  allowIf(actor.municipalityId === municipalityId && hasTask && hasRole(actor, 'regisseur', 'case-worker'), 'Alleen wie met dit gezin werkt, legt vast hoe het gaat.');

/** Who starts, corrects and withdraws a life event: it changes the plan, and the plan is the regisseur's. */
export const mayHandleLifeEvent = (actor: Actor, { municipalityId, asRegisseur }: FamilyRelation): Verdict =>
  allowIf(actor.municipalityId === municipalityId && asRegisseur && hasRole(actor, 'regisseur'), 'Alleen de regisseur van dit gezin doet dit.');

/** A scale is of the whole municipality and of no team, so the policy adviser makes it (decision 25). */
export const mayMakeScale = (actor: Actor): Verdict => allowIf(hasRole(actor, 'policy-adviser'), 'Alleen de beleidsadviseur maakt een nieuwe schaal.');
