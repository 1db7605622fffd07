import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { DecisionOutcome } from '#fund';
import type { LocalDate } from '#kernel';
import { Cents, Day, Text } from '../../http/fields.js';

export const OUTCOMES: readonly DecisionOutcome[] = ['granted', 'partly-granted', 'refused'];

export class DecisionRequest {
  @IsIn(OUTCOMES)
  outcome: DecisionOutcome;

  /** The whole amount, a part of it, or 0 when refused. */
  @Cents()
  amountCents: number;

  /** Awb 3:46: a decision rests on reasons that are made known. */
  @Text(4000)
  reasons: string;

  /** Why the decision departs from the advice or the policy (Awb 4:84). */
  @Text(4000, { optional: true })
  departureReasons?: string;

  /** When the resident could give their view (Awb 4:7). */
  @Day({ optional: true })
  heardOn?: LocalDate;

  /** The decision departs from the fund's policy rules. */
  @IsOptional()
  @IsBoolean()
  departsFromPolicy?: boolean;

  /** It rests on facts that others gave. Left out: assumed for a refusal, and the resident is heard first. */
  @IsOptional()
  @IsBoolean()
  restsOnOthersFacts?: boolean;
}
