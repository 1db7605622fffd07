import { FamilyHeadWithVersionResponse } from '../../households/dto/family-head.response.js';
import { ComparedMemberResponse, EarlierBasisResponse } from './household-merges.response.js';

export class SplitMemberResponse extends ComparedMemberResponse {
  /** Known by a BSN: in both dossiers Naast knows that it is one person. */
  hasBsn: boolean;
  /** On what is shared about this person now. Nothing of it goes along: ask anew what is needed. */
  bases: EarlierBasisResponse[];
}

export class SplitPreviewResponse {
  household: FamilyHeadWithVersionResponse;
  members: SplitMemberResponse[];
}
