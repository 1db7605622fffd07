import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

/** Only the regisseur of the family, or the substitute, writes its canvas. */
export const mayWriteCanvas = (
  actor: Actor,
  household: { readonly municipalityId: string; readonly actorIsRegisseur: boolean },
): Verdict =>
  allowIf(
    hasRole(actor, 'regisseur') && household.actorIsRegisseur && actor.municipalityId === household.municipalityId,
    'Alleen de regisseur van dit gezin schrijft het canvas.',
  );
