import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import type { CanvasContent } from '#doorbraak';
import type { LocalDate } from '#kernel';
import { Cents, Day, Text } from '../../http/fields.js';

const LONGEST = 4000;

/** The omgekeerde toets: first the effect, the law last. */
export class LegalRoomRequest {
  @Text(LONGEST, { optional: true })
  effect?: string;

  @Text(LONGEST, { optional: true })
  basicValues?: string;

  @Text(LONGEST, { optional: true })
  longTerm?: string;

  @Text(LONGEST, { optional: true })
  law?: string;
}

/** The three values, each argued in words. */
export class ValuesRequest {
  @Text(LONGEST, { optional: true })
  legitimacy?: string;

  @Text(LONGEST, { optional: true })
  involvement?: string;

  @Text(LONGEST, { optional: true })
  return?: string;
}

/** The whole canvas. What is left out is not answered yet. */
export class CanvasRequest {
  /** Life in one year, in the words of the family. */
  @Text(LONGEST, { optional: true })
  perspective?: string;

  /** What stands in the way. */
  @Text(LONGEST, { optional: true })
  obstacles?: string;

  @Text(LONGEST, { optional: true })
  needed?: string;

  /** What the family does itself. */
  @Text(LONGEST, { optional: true })
  ownContribution?: string;

  @Text(LONGEST, { optional: true })
  whoDoesWhat?: string;

  @Text(LONGEST, { optional: true })
  whoPays?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LegalRoomRequest)
  legalRoom?: LegalRoomRequest;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ValuesRequest)
  values?: ValuesRequest;

  /** What a year costs when everything goes on like this, in cents. */
  @Cents({ optional: true })
  costMuddlingOnCents?: number;

  @Cents({ optional: true })
  costBreakingThroughCents?: number;

  /** When everybody looks back together. */
  @Day({ optional: true })
  reviewOn?: LocalDate;
}

/** An unanswered question is an empty text, an unknown amount is null. */
export const toCanvasContent = ({ legalRoom, values, ...body }: CanvasRequest): CanvasContent => ({
  perspective: body.perspective ?? '',
  obstacles: body.obstacles ?? '',
  needed: body.needed ?? '',
  ownContribution: body.ownContribution ?? '',
  whoDoesWhat: body.whoDoesWhat ?? '',
  whoPays: body.whoPays ?? '',
  legalRoom: { effect: legalRoom?.effect ?? '', basicValues: legalRoom?.basicValues ?? '', longTerm: legalRoom?.longTerm ?? '', law: legalRoom?.law ?? '' },
  values: { legitimacy: values?.legitimacy ?? '', involvement: values?.involvement ?? '', return: values?.return ?? '' },
  costMuddlingOnCents: body.costMuddlingOnCents ?? null,
  costBreakingThroughCents: body.costBreakingThroughCents ?? null,
  reviewOn: body.reviewOn ?? null,
});
