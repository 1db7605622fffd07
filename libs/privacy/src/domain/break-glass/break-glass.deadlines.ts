import { addWorkingDays, localDateOf } from '#kernel';

/**
 * When a break-glass without a review is brought up again: in the morning of the n-th working day (ours; setting
 * `breakGlass.reviewWorkingDays`). `from` is the moment it was opened or brought up last.
 */
export const reviewDueAt = (from: Date, workingDays: number): Date => new Date(`${addWorkingDays(localDateOf(from), workingDays)}T07:00:00Z`);
