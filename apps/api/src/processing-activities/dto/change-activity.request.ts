import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Text } from '../../http/fields.js';

const Texts = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], minItems: 1, maxItems: 30 }),
    IsOptional(), MinLength(1, { each: true }), MaxLength(200, { each: true }), IsString({ each: true }), ArrayMinSize(1), ArrayMaxSize(30), IsArray(),
  ) as PropertyDecorator;

/** What of the line changes; what is left out stays. */
export class ChangeActivityRequest {
  @Text(120, { optional: true })
  name?: string;

  @Text(1000, { optional: true })
  purpose?: string;

  /** The article of the AVG and of the law behind it. */
  @Text(1000, { optional: true })
  legalBasis?: string;

  /** Categories of people. */
  @Texts()
  people?: string[];

  /** Categories of data. */
  @Texts()
  data?: string[];

  /** Categories of those who get the data. */
  @Texts()
  recipients?: string[];

  /** Whether data leaves the European Economic Area, and how that is guarded. */
  @Text(500, { optional: true })
  transfers?: string;

  @Text(500, { optional: true })
  retention?: string;

  /** Measures of security. */
  @Texts()
  security?: string[];

  @Text(200, { optional: true })
  controller?: string;

  /** Who processes for the municipality (AVG 28). Empty: nobody. */
  @Text(200, { optional: true })
  processor?: string;
}
