import { IsBoolean } from 'class-validator';
import { Text } from '../../http/fields.js';

export class SwitchBasisRuleRequest {
  @IsBoolean()
  enabled: boolean;

  /** Why; it stays with the line of the catalogue. */
  @Text(500)
  reason: string;
}
