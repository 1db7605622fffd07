import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { MEMBER_ROLES, type MemberRole } from '#households';
import { FamilyHeadResponse, FamilyHeadWithVersionResponse } from '../../households/dto/family-head.response.js';
import { Day } from '../../http/fields.js';

export class MergeCandidateResponse extends FamilyHeadResponse {
  /** 0 to 100: how likely it is that these are one family. */
  score: number;
  /** Why, as sentences. */
  reasons: string[];
}

export class PastMergeResponse {
  id: string;
  /** Case number of the dossier that went up in this one. */
  mergedCaseNumber: string;
  /** Name of the colleague. */
  mergedBy: string;
  mergedAt: string;
  /** Up to and including this day it can be undone. */
  @Day()
  undoUntil: LocalDate;
  @ApiProperty({ type: String, nullable: true })
  undoneAt: string | null;
  allowedActions: string[];
}

export class EarlierLineResponse {
  caseNumber: string;
  at: string;
  text: string;
  by: string;
}

export class EarlierBasisResponse {
  /** First name. */
  memberName: string;
  /** On what it rested: the basis of the law, in Dutch. */
  type: string;
  purpose: string;
  /** Name of the organisation it was for. */
  organisation: string;
}

export class HouseholdMergesResponse {
  household: FamilyHeadWithVersionResponse;
  /** Dossiers that may be of the same family, the likeliest first; only those you may merge. */
  candidates: MergeCandidateResponse[];
  merges: PastMergeResponse[];
  /** What happened in the dossiers that went up in this one. */
  story: EarlierLineResponse[];
  /** On what was shared in those dossiers. Not taken over: look whether it must be asked anew. */
  bases: EarlierBasisResponse[];
}

export class ComparedMemberResponse {
  id: string;
  name: string;
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  role: MemberRole;
  @Day()
  birthDate: LocalDate;
}

export class ComparedFamilyResponse extends FamilyHeadWithVersionResponse {
  urgency: string;
  @Day()
  reportedOn: LocalDate;
  memberCount: number;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  /** Null when there is none, and when it is hidden from you. */
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  /** Whether you see its content; a team lead does not. */
  hasContent: boolean;
  members: ComparedMemberResponse[];
  /** What must be done before this one can go up in another, as sentences. */
  first: string[];
}

export class SamePersonResponse {
  /** Of the dossier that goes up. */
  memberId: string;
  /** Of the dossier that goes on. */
  sameAs: string;
}

export class MergeComparisonResponse {
  survivor: ComparedFamilyResponse;
  merged: ComparedFamilyResponse;
  /** Who was recognised in both: by BSN, or by name and birth date. */
  same: SamePersonResponse[];
}
