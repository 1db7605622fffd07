import { Text } from '../../http/fields.js';

export class WithdrawDestructionListRequest {
  /** Why, without names. */
  @Text(500)
  reason: string;
}
