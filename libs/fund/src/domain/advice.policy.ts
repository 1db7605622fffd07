import { type Actor, allOf, allowIf, type FieldProblem, hasRole, needs, type Verdict } from '#kernel';
import type { Advice } from './decision.policy.js';

/** What is wrong with an advice: the amount has to fit the words. Amounts in cents. */
export function adviceProblems({ advice, amountCents }: Advice, requestedCents: number): readonly FieldProblem[] {
  switch (advice) {
    case 'grant':
      return needs(amountCents === requestedCents, 'amountCents', 'Toekennen is het hele bedrag. Kies anders: deels.');
    case 'grant-partly':
      return needs(amountCents > 0 && amountCents < requestedCents, 'amountCents', 'Deels toekennen is meer dan 0 en minder dan gevraagd.');
    case 'refuse':
      return needs(amountCents === 0, 'amountCents', 'Bij een afwijzing is het bedrag 0 euro.');
  }
}

/** Stepping aside is for members of the committee, as long as nothing is decided (Awb 2:4). */
export const mayDeclareConflict = (actor: Actor, request: { readonly decided: boolean }): Verdict =>
  allOf(
    allowIf(hasRole(actor, 'committee-member'), 'Alleen een lid van de fondscommissie kan zich terugtrekken.'),
    allowIf(!request.decided, 'Over deze aanvraag is al besloten.'),
  );

/** Only the regisseur of the family, or the substitute, asks the fund. */
export const mayDraftFundRequest = (actor: Actor, household: { readonly actorIsRegisseur: boolean }): Verdict =>
  allowIf(hasRole(actor, 'regisseur') && household.actorIsRegisseur, 'Alleen de regisseur van dit gezin kan een aanvraag doen.');
