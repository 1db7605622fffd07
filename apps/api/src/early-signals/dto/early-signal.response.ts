import { ApiProperty } from '@nestjs/swagger';
import { CREDITOR_KINDS, type CreditorKind, SIGNAL_ACTION_NAMES, SIGNAL_STATES, type SignalAction, type SignalState } from '#regie';

export class KnownFamilyResponse {
  id: string;
  caseNumber: string;
}

export class EarlySignalOnListResponse {
  id: string;
  name: string;
  postcode: string;
  houseNumber: string;
  suffix: string | null;
  city: string;
  @ApiProperty({ enum: Object.keys(SIGNAL_STATES) })
  state: SignalState;
  /** Cut-off or eviction threatens. */
  threatening: boolean;
  receivedOn: string;
  /** By when somebody should have talked with this person (Wgs 4). */
  firstTalkBy: string;
  talkOverdue: boolean;
  visitOn: string | null;
  /** Who goes on the visit. */
  visitor: string | null;
  /** How often nobody was at home. */
  notAtHome: number;
  signalCount: number;
  /** The arrears of all creditors together, of each the newest signal. */
  amountCents: number;
  /** A family at this address that you may see anyway. */
  knownHere: KnownFamilyResponse | null;
  /** The family that it became. */
  householdId: string | null;
  version: number;
  allowedActions: string[];
}

export class EarlySignalListResponse {
  items: EarlySignalOnListResponse[];
  nextCursor: string | null;
}

export class CreditorSignalResponse {
  @ApiProperty({ enum: Object.keys(CREDITOR_KINDS) })
  creditorKind: CreditorKind;
  /** Name of the creditor. */
  creditor: string;
  amountCents: number;
  months: number | null;
  signalledOn: string;
}

export class SignalStepResponse {
  at: string;
  by: string;
  @ApiProperty({ enum: SIGNAL_ACTION_NAMES })
  action: SignalAction;
  visitOn: string | null;
  note: string | null;
}

export class EarlySignalResponse extends EarlySignalOnListResponse {
  signals: CreditorSignalResponse[];
  steps: SignalStepResponse[];
}

export class SignalRemarkResponse {
  /** As a spreadsheet shows it: the header is row 1. */
  rowNumber: number;
  column: string;
  reason: string;
}

export class EarlySignalPreviewResponse {
  rowCount: number;
  takenRows: number;
  refusedRows: number;
  newSignals: number;
  /** Lines that came in before. */
  known: number;
  refusals: SignalRemarkResponse[];
}

export class EarlySignalImportResponse extends EarlySignalPreviewResponse {
  id: string;
  fileName: string;
  importedAt: string;
  /** People nobody was following up yet. */
  newCases: number;
}

export class YearCountResponse {
  year: number;
  /** Visits at which the door opened; null: fewer than 5. */
  visits: number | null;
  refused: number | null;
  notAtHome: number | null;
  /** What the municipality wants in a year; null: it set nothing. */
  target: number | null;
  /** The answer in one Dutch sentence. */
  sentence: string;
}

export class VisitorResponse {
  id: string;
  name: string;
}

export class VisitorListResponse {
  items: VisitorResponse[];
  nextCursor: string | null;
}
