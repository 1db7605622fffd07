import { addMonths, type FieldProblem, type LocalDate, needs } from '#kernel';

export interface HandoverWish {
  readonly successorId: string;
  readonly reason: string;
  /** The day on which family, old and new regisseur sit together. */
  readonly talkOn: LocalDate;
}

/** What is wrong with a day for the talk. */
export const talkDayProblems = (talkOn: LocalDate, today: LocalDate): readonly FieldProblem[] => [
  ...needs(talkOn >= today, 'talkOn', 'De dag van het gesprek is al geweest.'),
  ...needs(talkOn <= addMonths(today, 6), 'talkOn', 'Plan het gesprek binnen een half jaar.'),
];


/** What is wrong with a plan; an empty list means that it can be asked. */
export const handoverProblems = ({ successorId, talkOn }: HandoverWish, regisseurId: string, today: LocalDate): readonly FieldProblem[] => [
  ...needs(successorId !== regisseurId, 'successorId', 'Kies een ander dan de regisseur van nu.'),
  ...talkDayProblems(talkOn, today),
];
