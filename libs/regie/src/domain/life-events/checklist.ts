import { addDays, addMonths, addWorkingDays, type LocalDate, shiftToWorkingDay } from '#kernel';

/** From the day of the event; negative is before it. */
export interface ItemTerm {
  readonly months?: number;
  readonly days?: number;
  /** Counts working days instead; only forward. */
  readonly workingDays?: number;
  /** It needs an office or a desk that is open: move on to the first working day. Never for what must be done before. */
  readonly shift?: boolean;
}

export type ItemOwner = 'regisseur' | 'member';

export interface ChecklistItem {
  readonly code: string;
  /** What somebody does, at B1: the family reads it in its plan. */
  readonly text: string;
  readonly term: ItemTerm;
  readonly owner: ItemOwner;
}

/** The day by which it should be done; counting back nothing shifts (domain.md, Deadlines). */
export function itemDay({ months = 0, days = 0, workingDays, shift }: ItemTerm, eventOn: LocalDate): LocalDate {
  if (workingDays !== undefined) return addWorkingDays(eventOn, workingDays);
  const day = addDays(addMonths(eventOn, months), days);
  return shift && day >= eventOn ? shiftToWorkingDay(day) : day;
}

export interface PlannedItem extends ChecklistItem {
  readonly dueOn: LocalDate;
  /** Its day had passed already: as soon as can be. */
  readonly late: boolean;
}

/** The items with their days, soonest first. What should have been done already is for the first working day from today. */
export const planChecklist = (items: readonly ChecklistItem[], eventOn: LocalDate, today: LocalDate): readonly PlannedItem[] =>
  items
    .map((item) => {
      const day = itemDay(item.term, eventOn);
      return { ...item, dueOn: day < today ? shiftToWorkingDay(today) : day, late: day < today };
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
