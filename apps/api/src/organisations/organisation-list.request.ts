import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class OrganisationListRequest {
  /** `partner`: organisations that take referrals in your municipality. */
  @ApiProperty({ enum: ['partner'] })
  @IsIn(['partner'])
  kind: 'partner';
}
