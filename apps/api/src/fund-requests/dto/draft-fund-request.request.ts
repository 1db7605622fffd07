import { IsIn, IsUUID } from 'class-validator';
import { FUND_DOMAINS, type FundDomain } from '#fund';
import { Cents, Text } from '../../http/fields.js';

export const DOMAINS = Object.keys(FUND_DOMAINS) as FundDomain[];

export class DraftFundRequestRequest {
  @IsUUID()
  fundId: string;

  /** A canvas of the same family. */
  @IsUUID()
  canvasId: string;

  /** One of the domains of the fund. */
  @IsIn(DOMAINS)
  domain: FundDomain;

  @Cents({ min: 1 })
  amountCents: number;

  /** What the money is for. */
  @Text(4000)
  purpose: string;

  /** Why no existing scheme pays. */
  @Text(4000)
  whyNoScheme: string;
}
