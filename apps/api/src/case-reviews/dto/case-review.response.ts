import { ApiProperty } from '@nestjs/swagger';
import { CASE_REVIEW_STATES } from '#regie';
import { NamedThing } from '../../me/me.response.js';
import { OwnMeetingFamilyResponse } from '../../meetings/dto/meeting.response.js';

const STATES = Object.keys(CASE_REVIEW_STATES);
const ROLES = ['adult', 'child', 'other'];

export class PseudonymousMemberResponse {
  @ApiProperty({ enum: ROLES })
  role: string;
  /** An age band. */
  age: string;
}

export class OwnReviewedFamilyResponse {
  household: OwnMeetingFamilyResponse;
  version: number;
  /** You brought it in, so you write about it. */
  mayWrite: boolean;
}

export class ReviewedFamilyResponse {
  id: string;
  /** The letter it goes by in this review. */
  label: string;
  composition: readonly PseudonymousMemberResponse[];
  /** What is going on. */
  situation: string;
  question: string;
  /** What the colleagues advised. */
  outcome: string | null;
  /** Only for who works with this family. */
  own: OwnReviewedFamilyResponse | null;
}

export class CaseReviewResponse {
  id: string;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt: string;
  title: string;
  @ApiProperty({ enum: STATES })
  state: string;
  /** Name of who planned it. */
  organisedBy: string;
  /** Names of the colleagues who take part. */
  participants: readonly string[];
  families: readonly ReviewedFamilyResponse[];
  version: number;
  allowedActions: readonly string[];
}

export class CaseReviewColleaguesResponse {
  items: readonly NamedThing[];
  nextCursor: string | null;
}
