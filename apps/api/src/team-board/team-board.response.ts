import { ApiProperty } from '@nestjs/swagger';
import { RegisseurResponse } from '../regisseurs/regisseur-list.response.js';
import { EscalationTask, WaitingListToday } from '../today/dto/today.response.js';

/** A family whose proposed regisseur has not answered yet. */
export class OpenProposal {
  householdId: string;
  name: string;
  caseNumber: string;
  /** Name of the proposed regisseur. */
  regisseur: string;
  @ApiProperty({ format: 'date-time' })
  proposedAt: string;
}

export class RegisseurOnBoardResponse extends RegisseurResponse {
  /** Families of this regisseur that are scaled up now. */
  scaledUp: number;
  /** Referrals without an answer, or without a first contact, past their term. */
  lateReferrals: number;
  /** Reminders from before today that are not done. */
  lateReminders: number;
}

/** How the team stands. Numbers and names of families; of what is in a dossier only what was asked of you. */
export class TeamBoardResponse {
  waiting: WaitingListToday;
  /** What waits for your answer, the first term first. */
  escalations: EscalationTask[];
  /** The longest open first. */
  proposals: OpenProposal[];
  regisseurs: RegisseurOnBoardResponse[];
}
