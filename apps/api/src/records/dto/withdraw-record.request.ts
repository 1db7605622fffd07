import { Text } from '../../http/fields.js';

export class WithdrawRecordRequest {
  /** Nobody has to give a reason. */
  @Text(500, { optional: true })
  reason?: string;
}
