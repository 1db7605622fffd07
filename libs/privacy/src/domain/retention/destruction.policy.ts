import { type Actor, allOf, allowIf, hasRole, type Verdict } from '#kernel';

interface OfMunicipality {
  readonly municipalityId: string;
}

/** Records, registers and their end are the work of the privacy officer of that municipality. */
export const mayManageRetention = (actor: Actor, { municipalityId }: OfMunicipality): Verdict =>
  allowIf(hasRole(actor, 'privacy-officer') && actor.municipalityId === municipalityId, 'Alleen de privacyfunctionaris van deze gemeente kan dit.');

/** Four eyes: who made a list by hand does not agree to it. A list of the calendar has no maker, so one officer is enough. */
export const mayApproveDestruction = (actor: Actor, list: OfMunicipality & { readonly madeBy: string | null }): Verdict =>
  allOf(
    mayManageRetention(actor, list),
    allowIf(list.madeBy !== actor.userId, 'Je hebt deze lijst zelf gemaakt. Vraag een andere privacyfunctionaris om akkoord.'),
  );
