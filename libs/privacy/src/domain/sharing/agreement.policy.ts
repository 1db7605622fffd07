import { type Actor, allowIf, hasRole, type Verdict } from '#kernel';

/** Who may keep the register of agreements: the privacy officer of this municipality. */
export const mayKeepAgreements = (actor: Actor, agreement: { readonly municipalityId: string }): Verdict =>
  allowIf(
    hasRole(actor, 'privacy-officer') && actor.municipalityId === agreement.municipalityId,
    'Alleen de privacyfunctionaris legt privacyovereenkomsten vast.',
  );
