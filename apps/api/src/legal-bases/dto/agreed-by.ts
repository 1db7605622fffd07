import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { AgreedByRequest } from './agreed-by.request.js';

/** Everybody who said yes. */
export const AgreedBy = (options: { optional?: boolean } = {}): PropertyDecorator =>
  applyDecorators(...(options.optional ? [IsOptional()] : []), ArrayMaxSize(6), ValidateNested({ each: true }), IsArray(), Type(() => AgreedByRequest));
