import { IsBoolean } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';

/** Complete, or what is missing and until when it may come. */
export class CompletenessRequest {
  @IsBoolean()
  complete: boolean;

  /** What is missing; only when it is not complete. */
  @Text(2000, { optional: true })
  missing?: string;

  /** The last day for the supplement. Until then the clock stands still (Awb 4:15). */
  @Day({ optional: true })
  remedyUntil?: LocalDate;
}
