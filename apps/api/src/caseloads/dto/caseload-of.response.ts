import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { HOUSEHOLD_STATES, type HouseholdState, type Urgency } from '#households';
import { ASSIGNMENT_STATES, type AssignmentState, HANDOVER_STATES, type HandoverState } from '#regie';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';

export class RunningHandover {
  @ApiProperty({ enum: Object.keys(HANDOVER_STATES) })
  state: HandoverState;
  successor: NamedThing;
  /** The day planned for the talk of three. */
  @Day()
  talkOn: LocalDate;
}

export class FamilyOfRegisseurResponse {
  householdId: string;
  caseNumber: string;
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  @ApiProperty({ enum: ['spoed', 'hoog', 'normaal', 'laag'] })
  urgency: Urgency;
  @ApiProperty({ enum: Object.keys(ASSIGNMENT_STATES) })
  assignmentState: AssignmentState;
  /** A hand-over that is under way. */
  handover: RunningHandover | null;
  /** Who has the most room below the band; null when nobody has, or when somebody is asked already. */
  suggestedId: string | null;
}

export class TakerResponse {
  id: string;
  name: string;
  teamName: string;
  /** Families this person is regisseur of now. */
  caseload: number;
  /** Families this person is asked for. */
  coming: number;
  bandMin: number;
  bandMax: number;
  /** Last day of an absence that runs now. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  absentUntil: LocalDate | null;
}

export class CaseloadOfResponse {
  regisseur: NamedThing;
  families: FamilyOfRegisseurResponse[];
  /** Families of other teams: their own team lead moves them. */
  elsewhere: number;
  takers: TakerResponse[];
}

export class MovedFamilyResponse {
  householdId: string;
  @ApiProperty({ enum: ['planned', 'refused'] })
  outcome: 'planned' | 'refused';
  /** Why it could not. */
  @ApiProperty({ type: String, nullable: true })
  message: string | null;
}

export class MovedCaseloadResponse {
  items: MovedFamilyResponse[];
  nextCursor: string | null;
}
