import { ApiProperty } from '@nestjs/swagger';
import { AGREEMENT_STATES, type AgreementState, DATA_CATEGORY_NAMES, type DataCategory } from '#privacy';
import { NamedThing } from '../../me/me.response.js';

export class AgreementResponse {
  id: string;
  organisation: NamedThing;
  title: string;
  /** Its number at the municipality. */
  reference: string | null;
  /** The day on which both sides had signed. */
  signedOn: string | null;
  /** First day on which it holds. */
  validFrom: string;
  /** First day on which it no longer holds. */
  validUntil: string;
  /** The kinds of data that it is about. */
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  categories: readonly DataCategory[];
  @ApiProperty({ enum: Object.keys(AGREEMENT_STATES) })
  state: AgreementState;
  /** The state in Dutch words, as it counts today. */
  standing: string;
  /** Whether a partner can see something under it today. */
  inForce: boolean;
  /** Where the signed document is kept. */
  documentReference: string | null;
  /** Why it ended. */
  endReason: string | null;
  /** Running referrals that would stop without it; null for who does not keep the agreements. */
  openReferrals: number | null;
  version: number;
  allowedActions: readonly string[];
}

export class AgreementPageResponse {
  items: AgreementResponse[];
  nextCursor: string | null;
}

export class EndedAgreementResponse {
  /** So many running referrals stop with it; both sides are told. */
  stoppedReferrals: number;
}
