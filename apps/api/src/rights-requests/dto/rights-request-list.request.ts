import { IsIn, Matches } from 'class-validator';
import { PageRequest } from '../../http/page.request.js';

export class RightsRequestListRequest extends PageRequest {
  /** Those that wait for something, the nearest last day first; or those that are done, newest first. */
  @IsIn(['open', 'done'])
  state: 'open' | 'done' = 'open';
}

export class CasePeopleRequest {
  /** The number by which the case is known. */
  @Matches(/^[\w-]{4,40}$/)
  caseNumber: string;
}
