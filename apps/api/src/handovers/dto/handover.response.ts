import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { HANDOVER_ACTIONS, HANDOVER_STATES, type HandoverAction, type HandoverState } from '#regie';
import { FamilyHeadResponse } from '../../households/dto/family-head.response.js';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';

export class RegieNow {
  assignmentId: string;
  regisseur: NamedThing;
  version: number;
}

export class HandoverTalk {
  @Day()
  heldOn: LocalDate;
  /** Who of the family was there. */
  memberIds: string[];
}

export class HandoverResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(HANDOVER_STATES) })
  state: HandoverState;
  /** Who hands over. */
  regisseur: NamedThing;
  /** Who is asked to take over. */
  successor: NamedThing;
  plannedBy: NamedThing;
  reason: string;
  /** The day planned for the talk of three. */
  @Day()
  talkOn: LocalDate;
  /** Why the successor said no. */
  declineReason: string | null;
  /** Why it does not go through. */
  endReason: string | null;
  /** Why the team lead did not wait for the talk. */
  urgentReason: string | null;
  /** Why the band of the team was passed. */
  overrideReason: string | null;
  talk: HandoverTalk | null;
  regisseurConfirmed: boolean;
  successorConfirmed: boolean;
  version: number;
  @ApiProperty({ enum: Object.keys(HANDOVER_ACTIONS), isArray: true })
  allowedActions: HandoverAction[];
}

export class HandoverCandidate {
  id: string;
  name: string;
  teamName: string;
  /** Families this person is regisseur of now. */
  caseload: number;
  /** Families this person is asked for. */
  coming: number;
  bandMin: number;
  bandMax: number;
  /** The caseload against the band of the team. */
  @ApiProperty({ enum: ['below', 'within', 'full', 'above'] })
  level: 'below' | 'within' | 'full' | 'above';
  /** One family more would be above the band. */
  wouldBeAbove: boolean;
}

export class HandoverPageResponse {
  household: FamilyHeadResponse;
  /** The regisseur of now; null for who is only asked. */
  regie: RegieNow | null;
  /** The newest hand-over of this family. */
  handover: HandoverResponse | null;
  /** Who of the family can have been at the talk; empty for who sees no content. */
  members: NamedThing[];
  /** Who can be asked; empty for who does not plan. */
  candidates: HandoverCandidate[];
  allowedActions: ('plan-handover' | 'override-band')[];
}
