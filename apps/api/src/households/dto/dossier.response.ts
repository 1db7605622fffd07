import { ApiProperty } from '@nestjs/swagger';
import { HOUSEHOLD_STATES, type HouseholdState, MEMBER_ROLES, type MemberRole, URGENCIES, type Urgency } from '#households';
import { type BasisView } from '#privacy';
import { NamedThing } from '../../me/me.response.js';
import { DossierAddressResponse, DossierBasisResponse, DossierCanvasResponse, DossierFundRequestResponse, DossierReferralResponse, DossierReminderResponse } from './dossier-parts.response.js';

export class DossierMemberResponse {
  id: string;
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  role: MemberRole;
  /** First name, infix and last name together. */
  name: string;
  firstName: string;
  infix: string | null;
  lastName: string;
  birthDate: string;
  age: number;
  phone: string | null;
  email: string | null;
  /** Whether a BSN is known; the number itself is never in this answer. */
  hasBsn: boolean;
  /** Send as If-Match when correcting this person. */
  version: number;
  /** AVG 18: nothing of this person goes anywhere. */
  isRestricted: boolean;
}

export class DossierRegisseurResponse {
  assignmentId: string;
  id: string;
  name: string;
  since: string;
  /** Send as If-Match when ending it. */
  version: number;
}

export class DossierBreakGlassResponse {
  id: string;
  /** When the dossier closes by itself. */
  endsAt: string;
}

export class DossierProposalResponse {
  assignmentId: string;
  regisseur: NamedThing;
  proposedAt: string;
  /** Send as If-Match when accepting or declining. */
  version: number;
}

export class TimelineEntryResponse {
  at: string;
  kind: string;
  text: string;
  by: string;
}

export class NextStepResponse {
  text: string;
  /** Whose turn it is, by name. */
  who: string;
}

export class DossierSharingResponse {
  organisation: NamedThing;
  /** In Dutch: what it sees, on which ground, until when. */
  sentence: string;
}

/** One family over all rooms, as far as this reader may see it. */
export class DossierResponse {
  id: string;
  caseNumber: string;
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  version: number;
  @ApiProperty({ enum: URGENCIES })
  urgency: Urgency;
  urgencyReason: string | null;
  reportedOn: string;
  waitingDays: number;
  source: string;
  memberCount: number;
  childCount: number;
  lifeDomains: string[];
  note: string | null;
  /** How much of the dossier this reader sees: `head` and `proposed` see no people, note or address. */
  @ApiProperty({ enum: ['involved', 'scaled-up', 'head', 'proposed'] })
  view: 'involved' | 'scaled-up' | 'head' | 'proposed';
  /** Only `protected` when the address is protected and the reader is not the regisseur; null when not shown at all. */
  @ApiProperty({ type: DossierAddressResponse, nullable: true })
  address: object | null;
  /** The reader is here with break-glass: it says so on every screen, and until when. */
  breakGlass: DossierBreakGlassResponse | null;
  members: DossierMemberResponse[];
  regisseur: DossierRegisseurResponse | null;
  proposal: DossierProposalResponse | null;
  @ApiProperty({ type: [DossierBasisResponse] })
  legalBases: BasisView[];
  /** Who sees what now, by the gate; organisations that are not named see nothing. */
  sharing: DossierSharingResponse[];
  /** Open ones first. */
  referrals: DossierReferralResponse[];
  canvases: DossierCanvasResponse[];
  fundRequests: DossierFundRequestResponse[];
  /** Those that are still to come. */
  reminders: DossierReminderResponse[];
  /** What happened, newest first, at most 50. */
  timeline: TimelineEntryResponse[];
  nextStep: NextStepResponse;
  allowedActions: string[];
}
