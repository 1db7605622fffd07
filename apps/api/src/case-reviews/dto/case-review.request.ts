import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { Instant, Text } from '../../http/fields.js';

export class PlanCaseReviewRequest {
  @Instant()
  plannedAt: string;

  /** What it is about; no names, addresses or numbers. */
  @Text(150)
  title: string;

  /** Colleagues of the own team or organisation. */
  @ArrayUnique()
  @ArrayMaxSize(30)
  @ArrayMinSize(1)
  @IsUUID(undefined, { each: true })
  @IsArray()
  participantIds: string[];
}

export class FamilyTextsRequest {
  /** What is going on, without a word that says who it is. */
  @Text(3_000)
  situation: string;

  /** What the presenter asks of the colleagues. */
  @Text(500)
  question: string;
}

export class BringInFamilyRequest extends FamilyTextsRequest {
  /** A family you work with. */
  @IsUUID()
  householdId: string;
}

export class RewriteFamilyRequest extends FamilyTextsRequest {
  /** What the colleagues advised. */
  @Text(3_000, { optional: true })
  outcome?: string;
}
