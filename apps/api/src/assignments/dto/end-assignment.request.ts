import { Text } from '../../http/fields.js';

export class EndAssignmentRequest {
  /** Why the regie ends. */
  @Text(500)
  reason: string;
}
