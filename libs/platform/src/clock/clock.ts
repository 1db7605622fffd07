import { localDateOf, type LocalDate } from '#kernel';

/** The only place that asks what time it is; tests hand out another. */
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): LocalDate {
    return localDateOf(this.now());
  }
}
