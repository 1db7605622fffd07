import { Instant, Text } from '../../http/fields.js';

export class PlanReminderRequest {
  /** What you want to be reminded of. */
  @Text(200, { example: 'Bel de corporatie over de achterstand' })
  title: string;

  /** When, in the future and within two years. */
  @Instant()
  dueAt: string;

  @Text(2000, { optional: true })
  note?: string;
}
