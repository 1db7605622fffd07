import { ApiProperty } from '@nestjs/swagger';
import { OPEN_HANDOVER } from '#regie';
import { InboxItemResponse } from '../../inbox/dto/inbox.response.js';

/** A family for which you are proposed as regisseur. */
export class ProposalTask {
  householdId: string;
  householdName: string;
  caseNumber: string;
  @ApiProperty({ enum: ['spoed', 'hoog', 'normaal', 'laag'] })
  urgency: 'spoed' | 'hoog' | 'normaal' | 'laag';
  assignmentId: string;
  assignmentVersion: number;
  /** Name of the team lead. */
  proposedBy: string;
  @ApiProperty({ format: 'date-time' })
  proposedAt: string;
}

/** A hand-over in which it is your turn. */
export class HandoverTask {
  handoverId: string;
  householdId: string;
  @ApiProperty({ type: String, nullable: true })
  householdName: string | null;
  @ApiProperty({ enum: OPEN_HANDOVER })
  state: 'proposed' | 'accepted' | 'talk-held' | 'confirmed-by-one';
  /** The day planned for the talk of three. */
  @ApiProperty({ type: String, format: 'date' })
  talkOn: string;
  late: boolean;
}

export class ReferralTask {
  referralId: string;
  caseNumber: string;
  fromOrganisation: string;
  toOrganisation: string;
  question: string;
  state: string;
  /** Eviction or cut-off threatens: shorter terms (Wgs 4). */
  threatening: boolean;
  /** Until when the answer, or after acceptance the first contact, is expected. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  answerBy: string | null;
  late: boolean;
}

export class ReminderTask {
  id: string;
  householdId: string;
  /** Null when you are not involved with this family any more. */
  @ApiProperty({ type: String, nullable: true })
  householdName: string | null;
  title: string;
  @ApiProperty({ format: 'date-time' })
  dueAt: string;
  @ApiProperty({ enum: ['scheduled', 'fired'] })
  state: 'scheduled' | 'fired';
  @ApiProperty({ enum: ['person', 'system'] })
  origin: 'person' | 'system';
  version: number;
}

/** A family of your team that was scaled up and waits for your answer. */
export class EscalationTask {
  escalationId: string;
  householdId: string;
  householdName: string;
  /** What is asked of you. */
  asked: string;
  @ApiProperty({ format: 'date' })
  answerBy: string;
  late: boolean;
}

export class FundTask {
  id: string;
  caseNumber: string;
  title: string;
  state: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  decisionDeadline: string | null;
  nextStep: string;
}

/** How the waiting list of your team stands. */
export class WaitingListToday {
  count: number;
  urgentCount: number;
  longestDays: number;
}

/** A pile on the desk of the privacy officer, or of the team lead. */
export class PrivacyTask {
  @ApiProperty({ enum: ['breakGlass', 'rights', 'destruction', 'agreements'] })
  place: 'breakGlass' | 'rights' | 'destruction' | 'agreements';
  waiting: number;
  /** The nearest term in it. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;
}

/** Everything that needs you today; parts that are not yours are empty. */
export class TodayResponse {
  proposals: ProposalTask[];
  /** For a team lead. */
  escalations: EscalationTask[];
  handovers: HandoverTask[];
  referralsToAnswer: ReferralTask[];
  /** Referrals you sent that should have been answered by now. */
  referralsLate: ReferralTask[];
  reminders: ReminderTask[];
  /** What comes in the seven days after today. */
  ahead: ReminderTask[];
  fundRequests: FundTask[];
  /** Your five newest unread messages. */
  inbox: InboxItemResponse[];
  @ApiProperty({ type: WaitingListToday, nullable: true })
  waitingList: WaitingListToday | null;
  /** For a privacy officer what waits for review; for a team lead the emergency access of the own team. */
  privacy: PrivacyTask[];
}
