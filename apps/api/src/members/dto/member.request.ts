import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import type { LocalDate } from '#kernel';
import { CONTACT_CHANNELS, type ContactChannel, type Language, LANGUAGES, LEAVING_REASONS, type LeavingReason, MEMBER_ROLES, type MemberRole } from '#households';
import { Bsn, Day, HouseNumber, PersonName, Postcode, Text } from '../../http/fields.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class AddMemberRequest {
  /** Not `main`: a family has one already. */
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  @IsIn(Object.keys(MEMBER_ROLES))
  role: MemberRole;

  @PersonName()
  firstName: string;

  @PersonName({ optional: true })
  infix?: string;

  @PersonName()
  lastName: string;

  @Day()
  birthDate: LocalDate;

  /** Since when this person belongs to the family. */
  @Day()
  joinedOn: LocalDate;

  @Text(30, { optional: true, example: '06 12345678' })
  phone?: string;

  @Text(254, { optional: true, example: 'naam@voorbeeld.nl' })
  email?: string;

  /** Only by who works with BSNs. */
  @Bsn()
  bsn?: string;

  @IsBoolean()
  protectedAddress: boolean;
}

export class ChangeRoleRequest {
  /** `main`: who was the main person makes room. */
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  @IsIn(Object.keys(MEMBER_ROLES))
  role: MemberRole;
}

export class LeaveRequest {
  /** The first day on which this person does not belong to the family any more; not in the future. */
  @Day()
  leftOn: LocalDate;

  @ApiProperty({ enum: Object.keys(LEAVING_REASONS) })
  @IsIn(Object.keys(LEAVING_REASONS))
  reason: LeavingReason;
}

export class ReturnRequest {
  @Day()
  on: LocalDate;

  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  @IsIn(Object.keys(MEMBER_ROLES))
  role: MemberRole;
}

/** All of it: what is left out becomes empty. */
export class ChangeContactRequest {
  @Text(30, { optional: true, example: '06 12345678' })
  phone?: string;

  @Text(254, { optional: true, example: 'naam@voorbeeld.nl' })
  email?: string;

  @ApiPropertyOptional({ enum: Object.keys(CONTACT_CHANNELS) })
  @IsOptional()
  @IsIn(Object.keys(CONTACT_CHANNELS))
  preferredChannel?: ContactChannel;

  @ApiPropertyOptional({ enum: Object.keys(LANGUAGES) })
  @IsOptional()
  @IsIn(Object.keys(LANGUAGES))
  language?: Language;

  @IsBoolean()
  interpreterNeeded: boolean;

  /** Do not call from this time on. */
  @ApiPropertyOptional({ type: String, pattern: TIME.source, maxLength: 5, example: '09:00' })
  @IsOptional()
  @Matches(TIME)
  noCallsFrom?: string;

  /** And not before this time; may lie on the next day. */
  @ApiPropertyOptional({ type: String, pattern: TIME.source, maxLength: 5, example: '15:00' })
  @IsOptional()
  @Matches(TIME)
  noCallsUntil?: string;

  /** What keeps somebody safe when you call. */
  @Text(300, { optional: true })
  contactRemark?: string;

  /** Lives in another home too. Write nothing of that home here. */
  @IsBoolean()
  livesElsewhere: boolean;

  /** What is agreed about it, in the family's own words. */
  @Text(500, { optional: true })
  elsewhereAgreement?: string;

  /** True: the address of the family becomes protected as well. */
  @IsBoolean()
  protectedAddress: boolean;
}

/** Where the family lives now. The same address with another `protected` is no removal. */
export class MoveHouseRequest {
  @Postcode()
  postcode: string;

  @HouseNumber()
  houseNumber: string;

  @ApiPropertyOptional({ example: 'A' })
  @IsOptional()
  @Matches(/^[\p{L}\d][\p{L}\d \-/.]{0,9}$/u)
  suffix?: string;

  @Text(100, { example: 'Groningen' })
  city: string;

  @Text(100, { optional: true, example: 'Lewenborg' })
  neighbourhood?: string;

  @IsBoolean()
  protected: boolean;

  /** Since when; needed for another address. */
  @Day({ optional: true })
  movedOn?: LocalDate;
}
