import { ApiProperty } from '@nestjs/swagger';
import { type FoundView, HOUSEHOLD_STATES, type HouseholdState, MATCH_KINDS, MATCHED_ON, type MatchedOn, type MatchKind } from '#households';

export class FamilyMatchResponse {
  /** How sure it is: the number itself, the letters, the sound, or all but one letter. */
  @ApiProperty({ enum: MATCH_KINDS })
  kind: MatchKind;
  @ApiProperty({ enum: MATCHED_ON })
  on: MatchedOn;
  /** Who it is, when it was found by somebody of the family. */
  @ApiProperty({ type: String, nullable: true })
  memberName: string | null;
  /** Why it is among the results, as a sentence. */
  why: string;
}

export class FoundFamilyResponse {
  id: string;
  caseNumber: string;
  /** Name of the family. */
  name: string;
  @ApiProperty({ enum: Object.keys(HOUSEHOLD_STATES) })
  state: HouseholdState;
  /** How much of it you may see. */
  @ApiProperty({ enum: ['involved', 'scaled-up', 'head', 'proposed'] })
  view: FoundView;
  match: FamilyMatchResponse;
}

export class HouseholdSearchResponse {
  /** At most 20, the surest first. Empty when there is none: also when there is one that is not yours. */
  items: FoundFamilyResponse[];
  /** There are more than are shown. */
  more: boolean;
}
