import { ApiProperty } from '@nestjs/swagger';

export class ReminderResponse {
  id: string;
  householdId: string;
  householdName: string;
  title: string;
  note: string | null;
  dueAt: Date;
  @ApiProperty({ enum: ['scheduled', 'fired', 'done', 'cancelled'] })
  state: 'scheduled' | 'fired' | 'done' | 'cancelled';
  /** Set by a person, or by Naast itself. */
  @ApiProperty({ enum: ['person', 'system'] })
  origin: 'person' | 'system';
  version: number;
  /** What you may do with it now. */
  allowedActions: string[];
}

export class ReminderPageResponse {
  items: ReminderResponse[];
  /** Send this as `cursor` for the next page; null on the last page. */
  nextCursor: string | null;
}
