import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsUUID, ValidateNested } from 'class-validator';
import { Text } from '../../http/fields.js';
import { ShareRequest } from '../../legal-bases/dto/share.request.js';

const byMember = (share: unknown): unknown => (share as ShareRequest | null)?.memberId;

export class SendReferralRequest {
  /** A partner that takes referrals in this municipality. */
  @IsUUID()
  toOrganisationId: string;

  /** What you ask of them. The partner reads this. */
  @Text(2000)
  question: string;

  /** Eviction or cut-off threatens: every term becomes three working days (Wgs 4). */
  @IsBoolean()
  threatening: boolean;

  /** Which categories of which members go along; each needs a legal basis. */
  @ArrayUnique(byMember)
  @ArrayMaxSize(30)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @Type(() => ShareRequest)
  shares: ShareRequest[];
}
