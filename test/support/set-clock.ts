import { Clock } from '#platform';

/**
 * A clock that a spec sets. Keep it in the past: the tokens of the stage are issued by the real clock, and for a later one
 * they have expired.
 */
export class SetClock extends Clock {
  constructor(private at = '2026-03-02T10:00:00Z') {
    super();
  }

  set(at: string): void {
    this.at = at;
  }

  override now(): Date {
    return new Date(this.at);
  }
}
