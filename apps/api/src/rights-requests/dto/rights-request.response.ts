import { ApiProperty } from '@nestjs/swagger';
import { MEMBER_ROLES, type MemberRole } from '#households';
import {
  AUTHORITIES, type RepresentativeAuthority, CHANNELS, EXPORT_STATES, type ExportState, IDENTITY_CHECKS, type IdentityCheck, RIGHTS_KIND_NAMES, RIGHTS_STATES, type RightsChannel,
  type RightsKind, type RightsState,
} from '#privacy';
import { NextStepResponse } from '../../households/dto/dossier.response.js';

export class RightsRequestItemResponse {
  id: string;
  caseNumber: string;
  @ApiProperty({ enum: RIGHTS_KIND_NAMES })
  kind: RightsKind;
  @ApiProperty({ enum: Object.keys(RIGHTS_STATES) })
  state: RightsState;
  receivedOn: string;
  /** The last day to answer (AVG 12(3)). */
  answerBy: string;
  /** Days until the last day; negative when it is past. */
  daysLeft: number;
  /** No decision yet, and the last day is past. */
  late: boolean;
  version: number;
}

export class RightsRequestListResponse {
  items: RightsRequestItemResponse[];
  nextCursor: string | null;
}

export class HouseholdRightsRequestsResponse {
  /** Newest first. */
  items: RightsRequestItemResponse[];
}

export class IdentityResponse {
  @ApiProperty({ enum: Object.keys(IDENTITY_CHECKS), description: 'How it is known who asks; no copy of a document is kept.' })
  how: IdentityCheck;
  by: string;
  on: string;
}

export class ExtensionResponse {
  reasons: string;
  on: string;
  /** The day on which the resident was told. */
  toldOn: string;
}

export class RightsDecisionResponse {
  by: string;
  at: string;
  reasons: string;
}

export class RightsCompletionResponse {
  by: string;
  on: string;
  note: string;
}

export class LiftingResponse {
  on: string;
  /** The day on which the resident was told, before it ended. */
  toldOn: string;
  reason: string;
}

export class RightsWithdrawalResponse {
  on: string;
  reason: string | null;
}

/** One request about one's own data. */
export class RightsRequestResponse extends RightsRequestItemResponse {
  householdId: string;
  memberId: string;
  memberName: string;
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  memberRole: MemberRole;
  birthDate: string;
  /** Send as If-Match when correcting this person. */
  memberVersion: number;
  /** Since when the use of this person's data is restricted (AVG 18). */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  restrictedSince: string | null;
  /** Name of who wrote it down. */
  receivedBy: string;
  @ApiProperty({ enum: Object.keys(CHANNELS), description: 'How it came in.' })
  channel: RightsChannel;
  question: string | null;
  @ApiProperty({ enum: ['self', 'representative'], description: 'Who asks.' })
  askedBy: 'self' | 'representative';
  @ApiProperty({ enum: Object.keys(AUTHORITIES), nullable: true, type: String, description: 'Why this person may ask for somebody else.' })
  authority: RepresentativeAuthority | null;
  /** Who asks for somebody else. */
  representativeName: string | null;
  identity: IdentityResponse | null;
  /** What more was asked to know who asks. */
  identityAsked: string | null;
  /** The last day to tell that it takes longer. */
  @ApiProperty({ format: 'date' })
  extendBy: string;
  extension: ExtensionResponse | null;
  decision: RightsDecisionResponse | null;
  /** What the resident has to say about what was not corrected. */
  ownStatement: string | null;
  completion: RightsCompletionResponse | null;
  lifting: LiftingResponse | null;
  withdrawal: RightsWithdrawalResponse | null;
  /** How many fields were corrected because of this request. */
  correctionsMade: number;
  @ApiProperty({ enum: Object.keys(EXPORT_STATES), nullable: true, type: String, description: 'How far the file for the resident is; null when there is none.' })
  exportState: ExportState | null;
  nextStep: NextStepResponse;
  allowedActions: string[];
}

export class CasePersonResponse {
  memberId: string;
  householdId: string;
  name: string;
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  role: MemberRole;
  birthDate: string;
}

export class CasePeopleResponse {
  items: CasePersonResponse[];
}
