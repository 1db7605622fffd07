import { ApiProperty } from '@nestjs/swagger';
import type { AdviceKind, DecisionOutcome, FundDomain, FundRequestState } from '#fund';
import { CanvasContentResponse } from '../../canvases/dto/canvas.response.js';
import { ADVICES } from './advice.request.js';
import { OUTCOMES } from './decision.request.js';
import { DOMAINS } from './draft-fund-request.request.js';
import { STATES } from './fund-requests.request.js';

export class FundStepResponse {
  text: string;
  /** Whose turn it is. */
  who: string;
}

/** A request as it stands on a list: nothing that tells which family it is. */
export class FundRequestItemResponse {
  id: string;
  caseNumber: string;
  /** Domain and case number. */
  title: string;
  @ApiProperty({ enum: DOMAINS })
  domain: FundDomain;
  amountCents: number;
  @ApiProperty({ enum: STATES })
  state: FundRequestState;
  submittedOn: string | null;
  /** The last day to decide (Awb 4:13 and 4:15). */
  decisionDeadline: string | null;
  meetingOn: string | null;
  /** Days left to decide; negative when late, null when there is nothing left to decide. */
  daysLeft: number | null;
  fundName: string;
  version: number;
  nextStep: FundStepResponse;
  allowedActions: string[];
}

export class FundRequestsResponse {
  items: FundRequestItemResponse[];
  nextCursor: string | null;
}

export class FundHouseholdResponse {
  id: string;
  name: string;
}

export class SupplementResponse {
  note: string;
  on: string;
}

export class AdviceResponse {
  by: string;
  @ApiProperty({ enum: ADVICES })
  advice: AdviceKind;
  amountCents: number;
  reasons: string;
  at: string;
}

export class DecisionResponse {
  @ApiProperty({ enum: OUTCOMES })
  outcome: DecisionOutcome;
  amountCents: number;
  /** Null for the committee: reasons can tell who it is about. */
  reasons: string | null;
  departureReasons: string | null;
  heardOn: string | null;
  decidedBy: string;
  at: string;
}

export class FundMoneyResponse {
  name: string;
  /** Null for who has no part in the fund's decisions. */
  availableCents: number | null;
}

export class FundEventResponse {
  at: string;
  kind: string;
  text: string;
  by: string | null;
}

export class FundRequestResponse extends FundRequestItemResponse {
  purpose: string;
  whyNoScheme: string;
  /** Before submission the canvas of today, after it a copy without names. */
  canvas: CanvasContentResponse | null;
  /** Only for who works with the family. */
  canvasId: string | null;
  /** Whose request it is; null for the secretary and the committee. */
  household: FundHouseholdResponse | null;
  /** What the secretary asked for. */
  missing: string | null;
  remedyUntil: string | null;
  supplements: SupplementResponse[];
  advice: AdviceResponse[];
  decision: DecisionResponse | null;
  fund: FundMoneyResponse;
  events: FundEventResponse[];
}
