import { type Actor, allOf, allowIf, type FieldProblem, hasRole, needs, type Verdict } from '#kernel';
import { isEnded, type HouseholdState } from '../household-case.states.js';
import type { MemberRole } from '../member.js';

/** Somebody who goes to the new household. A child can be in both: then it stays here too. */
export interface Leaver {
  readonly memberId: string;
  readonly role: MemberRole;
  readonly staysToo: boolean;
}

export interface Present {
  readonly id: string;
  readonly role: MemberRole;
}

/** Who works with the family: it is content, so a team lead asks the regisseur. */
export const maySplit = (actor: Actor, { works, state }: { works: boolean; state: HouseholdState }): Verdict =>
  allOf(
    allowIf(hasRole(actor, 'regisseur', 'case-worker') && works, 'Alleen wie een taak heeft bij dit gezin, kan het splitsen.'),
    allowIf(!isEnded(state), 'Dit dossier is beëindigd. Dan kun je het niet splitsen.'),
  );

/** What is wrong with a division of the family; empty when both sides have somebody and one main person each. */
export function splitProblems(here: readonly Present[], leavers: readonly Leaver[], mainHere: string | null): readonly FieldProblem[] {
  const ids = leavers.map(({ memberId }) => memberId);
  const gone = new Set(leavers.filter(({ staysToo }) => !staysToo).map(({ memberId }) => memberId));
  const staying = here.filter(({ id }) => !gone.has(id));
  const mainStays = staying.some(({ role }) => role === 'main');
  return [
    ...needs(leavers.length > 0, 'members', 'Kies wie er naar het nieuwe dossier gaat.'),
    ...needs(new Set(ids).size === ids.length && ids.every((id) => here.some((member) => member.id === id)), 'members', 'Kies ieder gezinslid één keer, uit dit gezin.'),
    ...needs(gone.size > 0 || leavers.length === 0, 'members', 'Kies iemand die hier weggaat. Anders is er niets te splitsen.'),
    ...needs(staying.length > 0, 'members', 'Er moet iemand overblijven. Gaat iedereen mee, dan is splitsen niet nodig.'),
    ...needs(leavers.filter(({ role }) => role === 'main').length === 1, 'members', 'Kies één hoofdpersoon voor het nieuwe dossier.'),
    ...needs(staying.length === 0 || mainStays || staying.some(({ id }) => id === mainHere), 'mainHereId', 'De hoofdpersoon gaat weg. Kies wie hier de hoofdpersoon wordt.'),
    ...needs(!mainStays || mainHere === null, 'mainHereId', 'De hoofdpersoon blijft. Kies hier geen ander.'),
  ];
}
