import { IsIn } from 'class-validator';
import type { AdviceKind } from '#fund';
import { Cents, Text } from '../../http/fields.js';

export const ADVICES: readonly AdviceKind[] = ['grant', 'grant-partly', 'refuse'];

export class AdviceRequest {
  @IsIn(ADVICES)
  advice: AdviceKind;

  /** The whole amount, a part of it, or 0 when refused. */
  @Cents()
  amountCents: number;

  @Text(4000)
  reasons: string;
}
