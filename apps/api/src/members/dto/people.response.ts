import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CONTACT_CHANNELS, type ContactChannel, type Language, LANGUAGES, LEAVING_REASONS, type LeavingReason, MEMBER_ROLES, type MemberRole,
  NETWORK_AGREEMENTS, NETWORK_KINDS, type NetworkAgreement, type NetworkKind, REPRESENTATIVE_KINDS, type RepresentativeKind,
} from '#households';
import { FamilyHeadWithVersionResponse } from '../../households/dto/family-head.response.js';
import { Day } from '../../http/fields.js';
import { NamedThing } from '../../me/me.response.js';

export class RunningAboutResponse {
  /** Bases, releases and agreements that run. */
  records: number;
  /** Referrals that run and in which this person stands. */
  referrals: number;
}

export class PersonResponse {
  id: string;
  /** First name, infix and last name together. */
  name: string;
  @ApiProperty({ enum: Object.keys(MEMBER_ROLES) })
  role: MemberRole;
  firstName: string;
  infix: string | null;
  lastName: string;
  @Day()
  birthDate: LocalDate;
  age: number;
  phone: string | null;
  email: string | null;
  @ApiProperty({ enum: Object.keys(CONTACT_CHANNELS), nullable: true })
  preferredChannel: ContactChannel | null;
  @ApiProperty({ enum: Object.keys(LANGUAGES), nullable: true })
  language: Language | null;
  interpreterNeeded: boolean;
  /** 'HH:MM': from then on, do not call. */
  noCallsFrom: string | null;
  /** 'HH:MM': not before then. */
  noCallsUntil: string | null;
  /** What keeps somebody safe when you call. */
  contactRemark: string | null;
  /** Also lives in another home. Of that home nothing is known here. */
  livesElsewhere: boolean;
  /** What is agreed about it, in the family's own words. */
  elsewhereAgreement: string | null;
  protectedAddress: boolean;
  joinedOn: string | null;
  /** Does not belong to the family from this day on. */
  leftOn: string | null;
  @ApiProperty({ enum: Object.keys(LEAVING_REASONS), nullable: true })
  leftReason: LeavingReason | null;
  running: RunningAboutResponse;
  version: number;
}

export class KnownAuthorityResponse {
  childId: string;
  adultId: string;
  hasAuthority: boolean;
  @ApiProperty({ enum: ['register', 'told'] })
  source: 'register' | 'told';
}

export class RepresentativeResponse {
  id: string;
  memberId: string;
  @ApiProperty({ enum: Object.keys(REPRESENTATIVE_KINDS) })
  kind: RepresentativeKind;
  name: string;
  /** Where this person works, when they do it for a living. */
  organisation: string | null;
  phone: string | null;
  email: string | null;
  @Day()
  since: LocalDate;
  /** The first day on which it no longer holds. */
  until: string | null;
  holdsToday: boolean;
  version: number;
}

export class NetworkPersonResponse {
  id: string;
  /** For whom; null for the whole family. */
  memberId: string | null;
  @ApiProperty({ enum: Object.keys(NETWORK_KINDS) })
  kind: NetworkKind;
  /** What this person is to the family, in its own words. */
  relation: string;
  /** Only of who agreed to be written down. */
  name: string | null;
  phone: string | null;
  email: string | null;
  @ApiProperty({ enum: Object.keys(NETWORK_AGREEMENTS) })
  agreement: NetworkAgreement;
  agreedOn: string | null;
  @Day()
  since: LocalDate;
  until: string | null;
  /** The colleague to fall back on; no reason to be in the dossier. */
  @ApiProperty({ type: NamedThing, nullable: true })
  backup: NamedThing | null;
  isOver: boolean;
  version: number;
}

export class PastAddressResponse {
  postcode: string | null;
  houseNumber: string | null;
  suffix: string | null;
  city: string | null;
  /** The first day on which the family did not live there any more. */
  @Day()
  untilOn: LocalDate;
}

export class FamilyAddressResponse {
  protected: boolean;
  postcode?: string | null;
  houseNumber?: string | null;
  suffix?: string | null;
  city?: string | null;
  neighbourhood?: string | null;
}

export class RevealedAddressResponse {
  address: FullAddressResponse;
  past: readonly PastAddressResponse[];
}

export class FullAddressResponse {
  postcode: string | null;
  houseNumber: string | null;
  suffix: string | null;
  city: string | null;
  neighbourhood: string | null;
}

/** The people of one family. */
export class PeopleResponse {
  household: FamilyHeadWithVersionResponse;
  address: FamilyAddressResponse;
  past: PastAddressResponse[];
  /** Who left comes last. */
  members: PersonResponse[];
  authority: KnownAuthorityResponse[];
  representatives: RepresentativeResponse[];
  network: NetworkPersonResponse[];
  /** Who can back up a buddy. */
  colleagues: NamedThing[];
  allowedActions: string[];
}

export class ChangedResponse {
  id: string;
  version: number;
}

export class MovedMemberResponse extends ChangedResponse {
  /** Bases, releases and agreements that somebody has to look at again. */
  records: number;
  /** Running referrals in which the person stands. */
  referrals: number;
}

export class MovedHouseResponse {
  version: number;
}
