import { addMonths, type FieldProblem, isFilled, localDateOf, needs, refuseInvalid } from '#kernel';

export interface NewReminder {
  readonly title: string;
  readonly dueAt: Date;
  readonly note?: string | null;
}

/** What is wrong with a new reminder at this moment; an empty list means it can be planned. */
export function reminderProblems({ title, dueAt, note }: NewReminder, now: Date): readonly FieldProblem[] {
  if (Number.isNaN(dueAt.getTime())) return needs(false, 'dueAt', 'Kies een dag en een tijd.');
  const furthest = addMonths(localDateOf(now), 24);
  return [
    ...needs(isFilled(title), 'title', 'Schrijf op waar je aan herinnerd wilt worden.'),
    ...needs(title.length <= 200, 'title', 'Schrijf hooguit 200 tekens.'),
    ...needs((note ?? '').length <= 2000, 'note', 'Schrijf hooguit 2000 tekens.'),
    ...needs(dueAt.getTime() > now.getTime(), 'dueAt', 'Kies een moment in de toekomst.'),
    ...needs(localDateOf(dueAt) <= furthest, 'dueAt', 'Kies een moment binnen twee jaar.'),
  ];
}

/** Throws `invalid` with all problems at once. */
export const checkReminder = (input: NewReminder, now: Date): void =>
  refuseInvalid('reminder.invalid', reminderProblems(input, now));
