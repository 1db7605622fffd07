import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { BSN_REASON_NAMES, type BsnReason } from '#households';

export class RevealBsnRequest {
  /** Why; it stands in the log. A choice and no text, so that the log holds nothing about a person. */
  @ApiProperty({ enum: BSN_REASON_NAMES })
  @IsIn(BSN_REASON_NAMES)
  reason: BsnReason;
}
