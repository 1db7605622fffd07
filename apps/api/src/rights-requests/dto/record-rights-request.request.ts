import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { AUTHORITIES, type RepresentativeAuthority, CHANNELS, IDENTITY_CHECKS, type IdentityCheck, RIGHTS_KIND_NAMES, type RightsChannel, type RightsKind } from '#privacy';
import { Day, PersonName, Text } from '../../http/fields.js';

const OPTIONAL = 'Leave out when it does not apply.';

export class RecordRightsRequestRequest {
  /** Whom it is about. */
  @IsUUID()
  memberId: string;

  /** What is asked: one of the rights of AVG 15–21. */
  @IsIn(RIGHTS_KIND_NAMES)
  kind: RightsKind;

  /** The day on which it was asked; the month of AVG 12(3) counts from here. */
  @Day()
  receivedOn: LocalDate;

  /** How it came in. */
  @IsIn(Object.keys(CHANNELS))
  channel: RightsChannel;

  /** In the words of who asks. */
  @Text(2000, { optional: true })
  question?: string;

  /** From 16 years on a person asks for themselves (UAVG 5). */
  @IsIn(['self', 'representative'])
  askedBy: 'self' | 'representative';

  /** Why this person may ask for somebody else. Leave out when they ask for themselves. */
  @ApiPropertyOptional({ enum: Object.keys(AUTHORITIES), description: OPTIONAL })
  @IsOptional()
  @IsIn(Object.keys(AUTHORITIES))
  authority?: RepresentativeAuthority;

  /** Who asks for somebody else. */
  @PersonName({ optional: true })
  representativeName?: string;

  /** When it is clear already who asks. No copy of a document is kept. */
  @ApiPropertyOptional({ enum: Object.keys(IDENTITY_CHECKS), description: OPTIONAL })
  @IsOptional()
  @IsIn(Object.keys(IDENTITY_CHECKS))
  identityHow?: IdentityCheck;
}
