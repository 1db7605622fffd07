import { Text } from '../../http/fields.js';

export class DeclineAssignmentRequest {
  /** Why the regisseur says no; the team lead reads it. */
  @Text(500)
  reason: string;
}
