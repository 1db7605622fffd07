import type { LocalDate } from '#kernel';
import { Day } from '../../http/fields.js';

export class AgendaRequest {
  /** Day of the committee's meeting. */
  @Day()
  meetingOn: LocalDate;
}
