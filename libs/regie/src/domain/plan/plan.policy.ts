import { type Actor, allowIf, allOf, hasRole, type Verdict } from '#kernel';

export interface PlanRelation {
  readonly municipalityId: string;
  /** The regisseur of the family, or who stands in today. */
  readonly actorIsRegisseur: boolean;
  /** Has a task in the family; break-glass alone is none. */
  readonly actorHasTask: boolean;
}

const HERE = 'Dit gezin hoort bij een andere gemeente.';

/** One pen: the regisseur writes the plan with the family, others read. */
export const mayEditPlan = (actor: Actor, { municipalityId, actorIsRegisseur }: PlanRelation): Verdict =>
  allOf(
    allowIf(actor.municipalityId === municipalityId, HERE),
    allowIf(hasRole(actor, 'regisseur') && actorIsRegisseur, 'Alleen de regisseur van dit gezin kan het plan wijzigen.'),
  );

/** Whoever does an action also ticks it off; crossing it out or changing it is up to the regisseur. */
export const mayTickOff = (actor: Actor, relation: PlanRelation, ownerUserId: string | null): Verdict =>
  relation.actorHasTask && ownerUserId === actor.userId
    ? allowIf(actor.municipalityId === relation.municipalityId, HERE)
    : mayEditPlan(actor, relation);
