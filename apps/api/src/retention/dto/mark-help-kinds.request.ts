import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { HELP_KIND_NAMES, type HelpKind } from '#privacy';
import { Text } from '../../http/fields.js';

export class MarkHelpKindsRequest {
  @Text(40, { example: '2026-000123' })
  caseNumber: string;

  /** All kinds of help that were given; empty: back to what the record says. */
  @ApiProperty({ enum: HELP_KIND_NAMES, isArray: true, example: ['youth-help'] })
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsIn(HELP_KIND_NAMES, { each: true })
  @IsArray()
  kinds: HelpKind[];
}
