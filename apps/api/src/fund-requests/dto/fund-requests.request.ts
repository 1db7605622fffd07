import { IsIn, IsOptional } from 'class-validator';
import { FUND_REQUEST_STATES, type FundRequestState } from '#fund';
import { PageRequest } from '../../http/page.request.js';

export const STATES = Object.keys(FUND_REQUEST_STATES) as FundRequestState[];

export class FundRequestsRequest extends PageRequest {
  /** Only requests in this state. */
  @IsOptional()
  @IsIn(STATES)
  state?: FundRequestState;
}
