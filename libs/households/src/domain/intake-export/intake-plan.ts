import type { LocalDate } from '#kernel';
import type { LifeDomain } from '../life-domain.js';
import type { MemberRole } from '../member.js';
import type { Urgency } from '../waiting-list.js';
import type { FaultColumn } from './columns.js';

/** An export knows no other relations than these. */
export type IntakeRole = Exclude<MemberRole, 'other'>;

/** `rowNumber` as a spreadsheet shows it: the header is row 1. `key` is the aanmeldnummer, or '' when it is unreadable. */
export interface RowRemark { rowNumber: number; column: FaultColumn; reason: string; key: string }
export type Refusal = RowRemark;
export type Warning = RowRemark;

export interface IntakeAddress {
  postcode: string;
  houseNumber: number;
  suffix: string | null;
  city: string;
  neighbourhood: string | null;
  /** True as soon as one row of the household asks for it. */
  protected: boolean;
}

export interface IntakeMember {
  rowNumber: number;
  role: IntakeRole;
  firstName: string;
  infix: string | null;
  lastName: string;
  normalisedName: string;
  birthDate: LocalDate;
  /** To be sealed by whoever saves it; never to be logged or shown. */
  bsn: string | null;
  bsnIndex: string | null;
  phone: string | null;
  email: string | null;
  protectedAddress: boolean;
}

export interface NewHousehold {
  externalRef: string;
  reportedOn: LocalDate;
  source: string;
  urgency: Urgency;
  lifeDomains: LifeDomain[];
  note: string | null;
  address: IntakeAddress;
  addressKey: string;
  /** The main resident first, then in the order of the file. */
  members: IntakeMember[];
}

export interface NewMember { householdId: string; externalRef: string; member: IntakeMember }

/** A household that Naast already has: from the database, or placed earlier from the same file. */
export interface KnownHousehold {
  /** The aanmeldnummer, when it came from an export. */
  externalRef: string | null;
  caseNumber?: string | null;
  householdId: string;
  members: readonly KnownMember[];
  /** From `addressKeyOf`; null when the address is unknown. */
  addressKey: string | null;
}

export interface KnownMember { bsnIndex?: string | null; normalisedName: string; birthDate: string }

/** A row that is not taken, with its cells as they came, for the refused-rows file. */
export interface RefusedRow { rowNumber: number; cells: readonly string[]; refusals: Refusal[] }

export interface IntakePlan {
  newHouseholds: NewHousehold[];
  newMembers: NewMember[];
  /** Rows about people whom Naast already has; nothing is written for them. */
  known: number;
  refusals: Refusal[];
  warnings: Warning[];
  /** takenRows = people in new households + new members + known; takenRows + refusedRows = rowCount. */
  takenRows: number;
  refusedRows: number;
  rowCount: number;
  /** The original columns and cells of the refused rows; may hold a BSN. */
  refused: { columns: readonly string[]; rows: RefusedRow[] };
}
