import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsDefined, IsIn, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import type { LocalDate } from '#kernel';
import { LIFE_DOMAINS, type LifeDomain, MEMBER_ROLES, type MemberRole, URGENCIES, type Urgency } from '#households';
import { Bsn, Day, HouseNumber, PersonName, Postcode, Text } from '../../http/fields.js';

export class ReportedAddressRequest {
  @Postcode()
  postcode: string;

  @HouseNumber()
  houseNumber: string;

  /** Letter or addition, such as A, bis or 2e. */
  @ApiPropertyOptional({ example: 'A' })
  @IsOptional()
  @Matches(/^[\p{L}\d][\p{L}\d \-/.]{0,9}$/u)
  suffix?: string;

  @Text(100, { example: 'Groningen' })
  city: string;

  @Text(100, { optional: true, example: 'Lewenborg' })
  neighbourhood?: string;

  /** A protected address is shown to the regisseur only. */
  @IsBoolean()
  protected: boolean;
}

export class ReportedMemberRequest {
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

  @Bsn()
  bsn?: string;

  @Text(30, { optional: true, example: '06 12345678' })
  phone?: string;

  @Text(254, { optional: true, example: 'naam@voorbeeld.nl' })
  email?: string;
}

/** A family that somebody reports by hand. */
export class RegisterHouseholdRequest {
  @ApiProperty({ enum: URGENCIES })
  @IsIn(URGENCIES)
  urgency: Urgency;

  /** Why it is (not) urgent; everyone who sees the waiting list reads it. */
  @Text(500, { optional: true })
  urgencyReason?: string;

  /** When the family was reported. */
  @Day()
  reportedOn: LocalDate;

  /** Who reported them, such as a school or the police. */
  @Text(100, { example: 'wijkagent' })
  source: string;

  @ApiProperty({ enum: Object.keys(LIFE_DOMAINS), isArray: true })
  @ArrayUnique()
  @ArrayMaxSize(13)
  @IsIn(Object.keys(LIFE_DOMAINS), { each: true })
  @IsArray()
  lifeDomains: LifeDomain[];

  @Text(4_000, { optional: true })
  note?: string;

  @ValidateNested()
  @IsObject()
  @IsDefined()
  @Type(() => ReportedAddressRequest)
  address: ReportedAddressRequest;

  /** The reporter looked whether everyone in the family is safe. False: there is no place on the waiting list until somebody did. */
  @IsBoolean()
  safetyChecked: boolean;

  /** The people, exactly one of them `main`. */
  @ArrayMaxSize(30)
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @IsArray()
  @IsDefined()
  @Type(() => ReportedMemberRequest)
  members: ReportedMemberRequest[];

  /** True: the reporter looked, this is another person than the one with the same name and birth date. */
  @IsOptional()
  @IsBoolean()
  anotherPerson?: boolean;
}
