import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

export interface RightsRelation {
  readonly municipalityId: string;
  /** Works on this family: regisseur, substitute or intake; looking in with break-glass is not working on it. */
  readonly actorWorksOnIt: boolean;
}

const ofTheMunicipality = (actor: Actor, { municipalityId }: RightsRelation): boolean => actor.municipalityId === municipalityId;
const isOfficer = (actor: Actor, relation: RightsRelation): boolean => ofTheMunicipality(actor, relation) && hasRole(actor, 'privacy-officer');
const works = (actor: Actor, relation: RightsRelation): boolean =>
  ofTheMunicipality(actor, relation) && relation.actorWorksOnIt && hasRole(actor, 'regisseur', 'case-worker');

/** A resident asks it at the kitchen table: whoever works with the family writes it down, and the privacy officer always may. */
export const mayRecordRequest = (actor: Actor, relation: RightsRelation): Verdict =>
  allowIf(works(actor, relation) || isOfficer(actor, relation), 'Alleen wie met dit gezin werkt of de privacyfunctionaris legt een verzoek vast.');

/** Handling and deciding: the privacy officer alone. */
export const mayHandleRequest = (actor: Actor, relation: RightsRelation): Verdict =>
  allowIf(isOfficer(actor, relation), 'Alleen de privacyfunctionaris behandelt verzoeken over gegevens.');

/** A resident takes it back where they asked it. */
export const mayWithdrawRequest = mayRecordRequest;

/** Correcting in normal work, or because a request was granted. */
export const mayCorrectMember = (actor: Actor, relation: RightsRelation, rectificationGranted: boolean): Verdict =>
  allowIf(
    works(actor, relation) || (rectificationGranted && isOfficer(actor, relation)),
    'Alleen wie met dit gezin werkt verbetert gegevens; de privacyfunctionaris alleen na een toegewezen verzoek.',
  );
