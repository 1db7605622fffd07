import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

/** The catalogue decides what may be shared at all, so only who watches over it switches a rule. */
export const maySwitchRule = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'privacy-officer'), 'Alleen de privacyfunctionaris zet een grondslag aan of uit.');
