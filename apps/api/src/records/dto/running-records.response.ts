import { ApiProperty } from '@nestjs/swagger';
import { BASIS_TYPES, type BasisType, RUNNING_KINDS, type RunningRecord } from '#privacy';

export class RunningRecordResponse {
  @ApiProperty({ enum: RUNNING_KINDS, description: 'Which of the three records it is.' })
  kind: RunningRecord['kind'];
  id: string;
  householdId: string;
  memberName: string;
  /** The purpose of a basis, whose secrecy a release is about, or the help that was agreed. */
  about: string;
  @ApiProperty({ enum: Object.keys(BASIS_TYPES), nullable: true, type: String, description: 'Only of a legal basis.' })
  basisType: BasisType | null;
  /** Who receives it; null for an agreement to be helped. */
  toOrganisation: string | null;
  /** The first day on which it no longer holds; null when it has no end. */
  @ApiProperty({ format: 'date', type: String, nullable: true })
  validUntil: string | null;
}

export class RunningRecordsResponse {
  /** Person by person, the oldest first. */
  items: RunningRecordResponse[];
}
