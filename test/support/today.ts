import { localDateOf } from '#kernel';

/** The day it is there now, for specs that work against the real clock; the only place where they read it. */
export const theDayInAmsterdam = () => localDateOf(new Date());
