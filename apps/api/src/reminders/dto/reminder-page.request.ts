import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageRequest } from '../../http/page.request.js';

export class ReminderPageRequest extends PageRequest {
  /** Which reminders. */
  @ApiPropertyOptional({ enum: ['scheduled', 'fired', 'done', 'cancelled'], default: 'scheduled' })
  @IsIn(['scheduled', 'fired', 'done', 'cancelled'])
  state: 'scheduled' | 'fired' | 'done' | 'cancelled' = 'scheduled';
}
