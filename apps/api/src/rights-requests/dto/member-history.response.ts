import { ApiProperty } from '@nestjs/swagger';
import { CORRECTABLE_FIELDS, type CorrectableField } from '#privacy';

export class MemberHistoryLineResponse {
  id: string;
  @ApiProperty({ enum: CORRECTABLE_FIELDS })
  field: CorrectableField;
  /** What it was. */
  oldValue: string | null;
  /** What it became. */
  newValue: string | null;
  reason: string;
  rightsRequestId: string | null;
  by: string;
  at: string;
}

export class OwnStatementResponse {
  rightsRequestId: string;
  text: string;
  decidedAt: string;
}

export class MemberHistoryResponse {
  memberId: string;
  /** Newest first. */
  @ApiProperty({ type: [MemberHistoryLineResponse] })
  items: readonly MemberHistoryLineResponse[];
  /** What the person has to say about what was not corrected. */
  @ApiProperty({ type: [OwnStatementResponse] })
  ownStatements: readonly OwnStatementResponse[];
}

export class CorrectedMemberResponse {
  id: string;
  version: number;
}
