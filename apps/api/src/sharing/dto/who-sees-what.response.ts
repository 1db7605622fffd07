import { ApiProperty } from '@nestjs/swagger';
import { DATA_CATEGORY_NAMES, type DataCategory, REFUSAL_REASONS } from '#privacy';
import { NamedThing } from '../../me/me.response.js';

export class SharingPersonResponse {
  id: string;
  name: string;
  role: string;
  /** Under 18: needs a basis of their own. */
  isChild: boolean;
  /** Only shown where a basis names the address of this person. */
  hasProtectedAddress: boolean;
  /** AVG 18: nothing of this person goes anywhere. */
  isRestricted: boolean;
}

export class SharingCellResponse {
  memberId: string;
  /** What the organisation sees now. */
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  sees: readonly DataCategory[];
  /** What the gate would let through; seen as soon as a referral or a meeting shares it. */
  @ApiProperty({ enum: DATA_CATEGORY_NAMES, isArray: true })
  may: readonly DataCategory[];
  /** On which ground, in Dutch. */
  basis: string | null;
  /** First day on which it is no longer seen. */
  until: string | null;
  /** The gate's explanation, in Dutch. */
  sentence: string;
  /** Why the organisation sees nothing of this person; null when it sees something. */
  @ApiProperty({ type: String, enum: [...REFUSAL_REASONS, 'not-shared'], nullable: true })
  why: string | null;
}

export class SharingColumnResponse {
  organisation: NamedThing;
  /** What this organisation sees of the family, in Dutch. */
  sentence: string;
  /** One per person, in the order of `people`. */
  cells: readonly SharingCellResponse[];
}

export class WhoSeesWhatResponse {
  householdName: string;
  people: readonly SharingPersonResponse[];
  /** Organisations with a basis, a running referral or a planned meeting. All others see nothing. */
  columns: readonly SharingColumnResponse[];
}
