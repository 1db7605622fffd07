import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { MEMBER_ROLES, type MemberRole } from '#households';
import { ReportedAddressRequest } from '../../households/dto/register-household.request.js';

export class LeaverRequest {
  @IsUUID()
  memberId: string;

  /** Role in the new household. */
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  @IsIn(Object.keys(MEMBER_ROLES))
  role: MemberRole;

  /** Is in both: a child who lives now here and now there. */
  @IsBoolean()
  staysToo: boolean;
}

export class SplitHouseholdRequest {
  /** Who goes to the new dossier. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LeaverRequest)
  members: LeaverRequest[];

  /** Who becomes the main person here, when that one leaves. */
  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  mainHereId?: string;

  /** The new address. Leave it out when nobody here may know it: it stands in the new dossier only. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReportedAddressRequest)
  address?: ReportedAddressRequest;

  /** The safety of who goes was looked at: the new dossier goes on the waiting list. Else somebody looks first. */
  @IsBoolean()
  safetyChecked: boolean;
}

export class SplitOffResponse {
  id: string;
  /** Of the new dossier. */
  caseNumber: string;
}
