import { type LocalDate, localDateOf } from '#kernel';

/** The one place on the screens that asks what time it is. */
export const now = (): Date => new Date();
export const today = (): LocalDate => localDateOf(now());
