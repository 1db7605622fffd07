import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { TIMELINE_GROUP_NAMES, type TimelineGroup } from '#regie';
import { Day } from '../../http/fields.js';
import { PageRequest } from '../../http/page.request.js';

export class TimelineRequest extends PageRequest {
  /** Only lines of these groups. */
  @ApiPropertyOptional({ enum: TIMELINE_GROUP_NAMES, isArray: true })
  @IsIn(TIMELINE_GROUP_NAMES, { each: true })
  @ArrayMaxSize(20)
  @IsArray()
  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  groups: TimelineGroup[] = [];

  /** Only contacts with this one of the family, by id. */
  @IsOptional()
  @IsUUID()
  with?: string;

  /** From this day on. */
  @Day({ optional: true })
  from?: LocalDate;

  /** Up to and including this day. */
  @Day({ optional: true })
  until?: LocalDate;
}
