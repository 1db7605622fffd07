import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Box, REFERRAL_STATES, type ReferralState } from '#referrals';
import { PageRequest } from '../../http/page.request.js';

const BOXES = ['received', 'sent'];
const STATES = Object.keys(REFERRAL_STATES);

export class ListReferralsRequest extends PageRequest {
  /** `received`: at your organisation; `sent`: for the families you work for. */
  @ApiProperty({ enum: BOXES })
  @IsIn(BOXES)
  box: Box;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: ReferralState;
}
