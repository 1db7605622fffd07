import { type Actor, allowIf, allOf, hasRole, type Verdict } from '#kernel';

export interface BreakGlassCase {
  readonly userId: string;
  readonly municipalityId: string;
  /** The family is in one of the actor's teams. */
  readonly ofMyTeam: boolean;
}

/**
 * Who may look into a dossier of their municipality without being involved. A partner never, also not who is a partner beside
 * another role, or has a role of the team at a partner: an emergency does not make that organisation a party to the dossier.
 * `atPartner`: the actor's organisation is an NGO or a credit bank.
 */
export const mayBreakGlass = (actor: Pick<Actor, 'roles'>, atPartner: boolean): Verdict =>
  allOf(
    allowIf(!hasRole(actor, 'partner-worker') && !atPartner, 'Een partner krijgt geen noodtoegang. Bel de regisseur of de gemeente.'),
    allowIf(hasRole(actor, 'regisseur', 'case-worker', 'team-lead'), 'Alleen het team van de gemeente kan noodtoegang vragen.'),
  );

/** Closing belongs to who opened it. */
export const mayCloseBreakGlass = (actor: Actor, { userId }: BreakGlassCase): Verdict =>
  allowIf(actor.userId === userId, 'Alleen wie de noodtoegang vroeg, kan hem sluiten.');

const judges = (actor: Actor, { ofMyTeam }: BreakGlassCase): boolean => hasRole(actor, 'privacy-officer') || (hasRole(actor, 'team-lead') && ofMyTeam);

/** Nobody judges their own, whatever other role they have. */
export const mayReviewBreakGlass = (actor: Actor, glass: BreakGlassCase): Verdict =>
  allOf(
    allowIf(actor.municipalityId === glass.municipalityId, 'Dit hoort bij een andere gemeente.'),
    allowIf(actor.userId !== glass.userId, 'Je kunt je eigen noodtoegang niet nakijken. Dat doet een ander.'),
    allowIf(judges(actor, glass), 'Alleen de privacyfunctionaris of de teamleider van dit gezin kijkt dit na.'),
  );
