import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateBy } from 'class-validator';
import { isLocalDate, isValidBsn } from '#kernel';

const check = (name: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate } });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
// Control characters can't be stored (NUL) or hide text from the reader, half a character can't be stored in JSON; line breaks and tabs are normal in notes.
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Surrogate}]/u;

/** Text that somebody typed, of 1 to `max` characters. Mark-up is kept as the plain text it is; the screen never renders it. */
export const Text = (max: number, options: { optional?: boolean; example?: string } = {}): PropertyDecorator =>
  applyDecorators(
    (options.optional ? ApiPropertyOptional : ApiProperty)({ type: String, maxLength: max, minLength: options.optional ? 0 : 1, example: options.example }),
    ...(options.optional ? [IsOptional()] : [MinLength(1), check('isNotEmpty', (value) => typeof value === 'string' && value.trim() !== '')]),
    check('isPlainText', (value) => typeof value === 'string' && !UNPRINTABLE.test(value)),
    MaxLength(max),
    IsString(),
  ) as PropertyDecorator;

/** A calendar day 'YYYY-MM-DD' that exists. */
export const Day = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    (options.optional ? ApiPropertyOptional : ApiProperty)({ type: String, format: 'date', example: '2026-11-23' }),
    ...(options.optional ? [IsOptional()] : []),
    check('isLocalDate', isLocalDate),
  ) as PropertyDecorator;

/** A moment in ISO 8601 with its zone. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T09:00:00Z' }),
    check('isInstant', (value) => typeof value === 'string' && INSTANT.test(value) && isLocalDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))),
  ) as PropertyDecorator;

/** Whole cents, at most ten million euros. */
export const Cents = (options: { optional?: boolean; min?: number } = {}): PropertyDecorator =>
  applyDecorators(
    (options.optional ? ApiPropertyOptional : ApiProperty)({ type: 'integer', minimum: options.min ?? 0, maximum: 1_000_000_000, example: 125_000 }),
    ...(options.optional ? [IsOptional()] : []),
    Max(1_000_000_000),
    Min(options.min ?? 0),
    IsInt(),
  ) as PropertyDecorator;

export const Bsn = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, pattern: '^\\d{9}$', description: 'Burgerservicenummer; passes the 11-test.' }),
    IsOptional(),
    check('isBsn', (value) => typeof value === 'string' && isValidBsn(value)),
  ) as PropertyDecorator;

export const PersonName = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    (options.optional ? ApiPropertyOptional : ApiProperty)({ type: String, maxLength: 80 }),
    ...(options.optional ? [IsOptional()] : [MinLength(1)]),
    check('isPersonName', (value) => typeof value === 'string' && /^[\p{L}\p{M}][\p{L}\p{M} .'’?-]*$/u.test(value)),
    MaxLength(80),
    IsString(),
  ) as PropertyDecorator;

export const Postcode = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, pattern: '^[1-9]\\d{3} ?[A-Za-z]{2}$', example: '9711 AB' }),
    check('isPostcode', (value) => typeof value === 'string' && /^[1-9]\d{3} ?[A-Z]{2}$/i.test(value)),
  ) as PropertyDecorator;

export const HouseNumber = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: String, pattern: '^[1-9]\\d{0,4}$', example: '12' }), Matches(/^[1-9]\d{0,4}$/)) as PropertyDecorator;
