import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { LocalDate } from '#kernel';
import { LEGAL_HOLD_KIND_NAMES, type LegalHoldKind } from '#privacy';
import { Day, Text } from '../../http/fields.js';

export class PlaceLegalHoldRequest {
  @Text(40, { example: '2026-000123' })
  caseNumber: string;

  /** What runs. */
  @ApiProperty({ enum: LEGAL_HOLD_KIND_NAMES })
  @IsIn(LEGAL_HOLD_KIND_NAMES)
  kind: LegalHoldKind;

  /** Why the record is still needed, without names. */
  @Text(500)
  reason: string;

  /** First day on which it no longer holds; left out: until somebody lifts it. */
  @Day({ optional: true })
  until?: LocalDate;
}
