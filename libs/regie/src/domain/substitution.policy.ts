import { type Actor, addDays, allowIf, allOf, type FieldProblem, hasRole, type LocalDate, needs, type Verdict } from '#kernel';

export interface SubstitutionWish {
  readonly municipalityId: string;
  readonly regisseurId: string;
  readonly substituteId: string;
  /** The regisseur works in one of the actor's teams. */
  readonly ofMyTeam: boolean;
}

/** Who arranges or ends a substitution: the regisseur for the own absence, the team lead for the team. */
export const mayArrangeSubstitution = (actor: Actor, wish: Omit<SubstitutionWish, 'substituteId'>): Verdict =>
  allOf(
    allowIf(actor.municipalityId === wish.municipalityId, 'Deze collega werkt in een andere gemeente.'),
    allowIf(
      (hasRole(actor, 'regisseur') && actor.userId === wish.regisseurId) || (hasRole(actor, 'team-lead') && wish.ofMyTeam),
      'Alleen de regisseur zelf of de teamleider regelt waarneming.',
    ),
  );

/** Standing in opens dossiers, so nobody appoints themselves. */
export const mayAppoint = (actor: Actor, { substituteId }: Pick<SubstitutionWish, 'substituteId'>): Verdict =>
  allowIf(actor.userId !== substituteId, 'Je kunt jezelf niet als waarnemer aanwijzen. Vraag een ander om dat te doen.');

export interface SubstitutionInput {
  readonly regisseurId: string;
  readonly substituteId: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

const LONGEST_DAYS = 366;

/** What is wrong with it; `canSubstitute`: a regisseur of this municipality, in the same team or organisation. */
export const substitutionProblems = ({ regisseurId, substituteId, firstDay, lastDay }: SubstitutionInput, canSubstitute: boolean, today: LocalDate): readonly FieldProblem[] => [
  ...needs(regisseurId !== substituteId, 'substituteId', 'Kies een ander dan de regisseur zelf.'),
  ...needs(canSubstitute || regisseurId === substituteId, 'substituteId', 'Deze collega is geen regisseur van jouw team of organisatie.'),
  ...needs(firstDay >= today, 'firstDay', 'De eerste dag is al geweest.'),
  ...needs(firstDay <= lastDay, 'lastDay', 'De laatste dag ligt voor de eerste dag.'),
  ...needs(lastDay <= addDays(firstDay, LONGEST_DAYS), 'lastDay', 'Een waarneming duurt hoogstens een jaar.'),
];
