import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day, PersonName, Text } from '../../http/fields.js';

/** An empty text wipes out what may be empty. */
const filled = (_: object, value: unknown): boolean => value !== undefined && value !== '';

/** Only the fields that change. */
export class CorrectMemberRequest {
  /** Why it changes, or who said so. */
  @Text(500)
  reason: string;

  /** The granted request that this carries out. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  rightsRequestId?: string;

  @PersonName({ optional: true })
  firstName?: string;

  /** Tussenvoegsel, such as `van der`; empty when there is none. */
  @ApiPropertyOptional({ type: String, maxLength: 20 })
  @IsOptional()
  @Matches(/^[\p{L}\p{M} .'’-]{0,20}$/u)
  infix?: string;

  @PersonName({ optional: true })
  lastName?: string;

  @Day({ optional: true })
  birthDate?: LocalDate;

  @Text(30, { optional: true })
  phone?: string;

  @Text(254, { optional: true })
  email?: string;

  @ApiPropertyOptional({ type: String, pattern: '^[1-9]\\d{3} ?[A-Za-z]{2}$', example: '9711 AB' })
  @ValidateIf(filled)
  @Matches(/^[1-9]\d{3} ?[A-Z]{2}$/i)
  postcode?: string;

  @ApiPropertyOptional({ type: String, pattern: '^[1-9]\\d{0,4}$' })
  @ValidateIf(filled)
  @Matches(/^[1-9]\d{0,4}$/)
  houseNumber?: string;

  @ApiPropertyOptional({ type: String, maxLength: 10 })
  @IsOptional()
  @MaxLength(10)
  @Matches(/^[\p{L}\p{N} -]*$/u)
  suffix?: string;

  @Text(80, { optional: true })
  city?: string;
}
