import { ApiProperty } from '@nestjs/swagger';
import { FUND_DOMAINS, type FundDomain } from '#fund';

export class FundDomainResponse {
  @ApiProperty({ enum: Object.keys(FUND_DOMAINS) })
  key: FundDomain;
  name: string;
}

/** Money is null for who has no part in the fund's decisions. */
export class FundResponse {
  id: string;
  name: string;
  year: number;
  domains: FundDomainResponse[];
  ceilingCents: number | null;
  reservedCents: number | null;
  committedCents: number | null;
  paidCents: number | null;
  /** What can still be granted. */
  availableCents: number | null;
}

export class FundsResponse {
  items: FundResponse[];
  /** Always null: a municipality has a handful of funds. */
  nextCursor: string | null;
}
