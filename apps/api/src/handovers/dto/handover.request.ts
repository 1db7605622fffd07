import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import type { LocalDate } from '#kernel';
import { Day, Text } from '../../http/fields.js';

export class PlanHandoverRequest {
  /** Who is asked to take over. */
  @IsUUID()
  successorId: string;

  /** Why it is handed over; the successor reads it. */
  @Text(500)
  reason: string;

  /** The day on which the family, the old and the new regisseur sit together. */
  @Day()
  talkOn: LocalDate;

  /** Why it may be above the band of the team; only from the team lead. */
  @Text(500, { optional: true })
  overrideReason?: string;
}

export class HandoverReasonRequest {
  /** Why; both regisseurs read it. */
  @Text(500)
  reason: string;
}

export class MoveTalkRequest {
  @Day()
  talkOn: LocalDate;
}

export class RecordTalkRequest {
  @Day()
  heldOn: LocalDate;

  /** Who of the family was there; at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsUUID(undefined, { each: true })
  memberIds: string[];
}
