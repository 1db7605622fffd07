import { Text } from '../../http/fields.js';

export class ConflictRequest {
  /** Which stake; only the secretary and the decision maker can look it up. */
  @Text(500)
  reason: string;
}
