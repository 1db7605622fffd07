import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import type { LocalDate } from '#kernel';
import { AGREED_HOW, type AgreedHow, type PlanAgreement } from '#regie';
import { Day, Text } from '../../http/fields.js';
import { AgreedByRequest } from '../../legal-bases/dto/agreed-by.request.js';

const HOW = Object.keys(AGREED_HOW);
const MOST = 40;

export class PlanYesRequest extends AgreedByRequest {
  /** The member for whom this yes counts: themselves, or the child they decide for. */
  @IsUUID()
  forMemberId: string;
}

export class AgreeToPlanRequest {
  /** Under 12 a parent with authority, 12–15 child and parent, from 16 the child alone. At least one of 16 or older for themselves. */
  @ApiProperty({ type: () => [PlanYesRequest], maxItems: MOST })
  @ArrayMaxSize(MOST)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => PlanYesRequest)
  agreedBy: PlanYesRequest[];

  /** The day on which they said yes. */
  @Day()
  agreedOn: LocalDate;

  @ApiProperty({ enum: HOW })
  @IsIn(HOW)
  how: AgreedHow;

  /** What the family does not agree with or worries about, in their own words. */
  @Text(2000, { optional: true })
  reservations?: string;

  /** When the plan is looked at again. */
  @Day()
  reviewOn: LocalDate;
}

export const toPlanAgreement = ({ reservations, ...request }: AgreeToPlanRequest): PlanAgreement => ({ ...request, reservations: reservations ?? null });
