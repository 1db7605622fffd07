import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { Text } from '../../http/fields.js';

const UNITS = ['days', 'months', 'years'] as const;

export class ChangeTermRequest {
  /** How many of the unit. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1200 })
  @Max(1200)
  @Min(1)
  @IsInt()
  count: number;

  /** Days, months or years. */
  @ApiProperty({ enum: UNITS })
  @IsIn(UNITS)
  unit: (typeof UNITS)[number];

  /** Needed when the term is shorter than the default. */
  @Text(500, { optional: true })
  reason?: string;
}
