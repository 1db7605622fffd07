import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { AgreedByRequest } from './agreed-by.request.js';

const MOST = 6;

/** Everybody who said yes. */
export const AgreedBy = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    (options.optional ? ApiPropertyOptional : ApiProperty)({ type: () => [AgreedByRequest], maxItems: MOST }),
    ...(options.optional ? [IsOptional()] : []),
    ArrayMaxSize(MOST),
    ValidateNested({ each: true }),
    IsArray(),
    Type(() => AgreedByRequest),
  );
