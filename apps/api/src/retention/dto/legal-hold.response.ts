import { ApiProperty } from '@nestjs/swagger';
import { LEGAL_HOLD_KIND_NAMES, type LegalHoldKind } from '#privacy';

export class LegalHoldResponse {
  id: string;
  caseNumber: string;
  @ApiProperty({ enum: LEGAL_HOLD_KIND_NAMES })
  kind: LegalHoldKind;
  reason: string;
  /** First day on which it no longer holds; null until somebody lifts it. */
  until: string | null;
  /** Name of who placed it. */
  placedBy: string;
  /** When it was placed. */
  placedAt: Date;
  /** When it was lifted; null while it holds. */
  liftedAt: Date | null;
  version: number;
  allowedActions: readonly string[];
}

export class LegalHoldsResponse {
  items: LegalHoldResponse[];
  nextCursor: string | null;
}
