import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';

export class KeepRecordRequest {
  /** Why the record is still needed, without names. */
  @Text(500)
  reason: string;

  /** First day on which it may come on a list again; left out: until somebody lifts the hold. */
  @Day({ optional: true })
  until?: LocalDate;
}
