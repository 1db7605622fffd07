import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

export interface BasisRelation {
  readonly municipalityId: string;
  /** Active regisseur, or the substitute today. */
  readonly actorIsRegisseur: boolean;
  readonly actorIsInvolved: boolean;
  /** The member of the basis is the actor, or is represented by the actor. */
  readonly actorIsMember: boolean;
}

const worksOnIt = (actor: Actor, relation: BasisRelation): boolean =>
  actor.municipalityId === relation.municipalityId &&
  ((relation.actorIsRegisseur && hasRole(actor, 'regisseur')) ||
    (relation.actorIsInvolved && hasRole(actor, 'case-worker')));

const isResident = (actor: Actor, relation: BasisRelation): boolean =>
  relation.actorIsMember && hasRole(actor, 'resident');

/** Who records a basis: the regisseur, or the case worker of this household. */
export const mayRecordBasis = (actor: Actor, relation: BasisRelation): Verdict =>
  allowIf(worksOnIt(actor, relation), 'Alleen de regisseur van dit gezin kan een grondslag vastleggen.');

/** A resident can also go to the privacy officer, who ends it on their request without opening the dossier. */
const onRequest = (actor: Actor, relation: BasisRelation): boolean =>
  actor.municipalityId === relation.municipalityId && hasRole(actor, 'privacy-officer');

/** Withdrawing is as easy as giving: everybody who may record, the resident, and the privacy officer for a resident. */
export const mayWithdrawBasis = (actor: Actor, relation: BasisRelation): Verdict =>
  allowIf(
    worksOnIt(actor, relation) || isResident(actor, relation) || onRequest(actor, relation),
    'Alleen de inwoner of de regisseur van dit gezin kan dit intrekken.',
  );
