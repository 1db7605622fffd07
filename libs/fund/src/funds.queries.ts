import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { UnitOfWork } from '#platform';
import { FUND_DOMAINS, type FundDomain } from './domain/index.js';

export interface FundView {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly domains: { key: FundDomain; name: string }[];
  /** Money is null for who has no part in the fund's decisions. */
  readonly ceilingCents: number | null;
  readonly reservedCents: number | null;
  readonly committedCents: number | null;
  readonly paidCents: number | null;
  readonly availableCents: number | null;
}

const FUNDS = {
  name: 'funds',
  text: `SELECT f.id, f.name, f.year, f.domains, m.*
    FROM fund f LEFT JOIN LATERAL (
      SELECT f.ceiling_cents AS "ceilingCents", f.reserved_cents AS "reservedCents", f.committed_cents AS "committedCents", f.paid_cents AS "paidCents",
        f.ceiling_cents - f.reserved_cents - f.committed_cents - f.paid_cents AS "availableCents"
      WHERE (SELECT access.has_role('fund-secretary', 'committee-member', 'decision-maker', 'finance'))) m ON true
    WHERE f.municipality_id = $1 ORDER BY f.year DESC, f.name, f.id`,
};

@Injectable()
export class FundsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The funds of the municipality, this year's first. */
  async list(actor: Actor): Promise<FundView[]> {
    const rows = await this.work.read<Omit<FundView, 'domains'> & { domains: FundDomain[] }>(actor, FUNDS, [actor.municipalityId]);
    return rows.map((row) => ({ ...row, domains: row.domains.map((key) => ({ key, name: FUND_DOMAINS[key] })) }));
  }
}
