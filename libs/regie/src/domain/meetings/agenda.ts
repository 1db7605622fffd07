import { type FieldProblem, isFilled, needs } from '#kernel';

export interface AgendaPoint {
  /** Left out: a new one. */
  readonly id?: string;
  readonly title: string;
  /** Who brings it in, in words. */
  readonly broughtBy?: string | null;
}

/** What is wrong with an agenda; `known`: the ids of the points that stand there. The order is the order of the list. */
export const agendaProblems = (points: readonly AgendaPoint[], known: readonly string[]): readonly FieldProblem[] => [
  ...needs(points.length <= 30, 'points', 'Zet hooguit 30 punten op de agenda.'),
  ...points.flatMap(({ id, title }, at) => [
    ...needs(isFilled(title), `points.${at}.title`, 'Schrijf op waar dit punt over gaat.'),
    ...needs(id === undefined || known.includes(id), `points.${at}.pointId`, 'Dit punt staat niet meer op de agenda.'),
    ...needs(id === undefined || points.findIndex((other) => other.id === id) === at, `points.${at}.pointId`, 'Dit punt staat er twee keer.'),
  ]),
];
