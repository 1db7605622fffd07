import { ApiProperty } from '@nestjs/swagger';
import { BREAK_GLASS_OUTCOMES, BREAK_GLASS_STATES, type BreakGlassOutcome, type BreakGlassState } from '#privacy';
import { NamedThing } from '../../me/me.response.js';

export class OpenedBreakGlassResponse {
  id: string;
  householdId: string;
  /** When the dossier closes by itself. */
  endsAt: Date;
}

/** One use of break-glass, without anything of what stands in the dossier. */
export class BreakGlassResponse {
  id: string;
  householdId: string;
  caseNumber: string;
  /** Who used it. */
  user: NamedThing;
  reason: string;
  startedAt: string;
  endsAt: string;
  /** When it was closed before its time; null when not. */
  endedAt: string | null;
  @ApiProperty({ enum: Object.keys(BREAK_GLASS_STATES) })
  state: BreakGlassState;
  @ApiProperty({ enum: Object.keys(BREAK_GLASS_OUTCOMES), nullable: true })
  outcome: BreakGlassOutcome | null;
  /** What the reviewer wrote. */
  reviewNote: string | null;
  /** Name of the reviewer. */
  reviewedBy: string | null;
  reviewedAt: string | null;
  version: number;
  allowedActions: string[];
}

export class BreakGlassPageResponse {
  items: BreakGlassResponse[];
  nextCursor: string | null;
}
