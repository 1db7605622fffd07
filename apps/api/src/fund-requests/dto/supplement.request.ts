import { Text } from '../../http/fields.js';

export class SupplementRequest {
  /** What was missing; the committee reads it without names. */
  @Text(4000)
  note: string;
}
