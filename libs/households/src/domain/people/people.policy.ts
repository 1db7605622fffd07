import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

/** Why the actor is in this dossier, from `household_access`. */
export type PeopleReasons = readonly string[];

const LOOKS_AFTER = ['regisseur', 'substitute'];

/** Writes down who belongs to the family and who stands beside it: the regisseur, who stands in, or the case worker of the intake. Break-glass only reads. */
export const mayKeepPeople = (actor: Actor, reasons: PeopleReasons): Verdict =>
  allowIf(
    (hasRole(actor, 'regisseur') && reasons.some((reason) => LOOKS_AFTER.includes(reason))) || (hasRole(actor, 'case-worker') && reasons.includes('intake')),
    'Alleen de regisseur van dit gezin kan dit wijzigen.',
  );

/** A protected address is for the regisseur, who stands in, and who comes in an emergency: the same as in the dossier. */
export const maySeeProtectedAddress = (reasons: PeopleReasons): Verdict =>
  allowIf(
    [...LOOKS_AFTER, 'break-glass'].some((reason) => reasons.includes(reason)),
    'Dit is een geheim adres. Alleen de regisseur van dit gezin ziet het.',
  );
