import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Transaction } from '#platform';
import type { FundRules } from './domain/index.js';

export interface FundRulesOfRequest extends FundRules {
  /** Weeks to decide: 8, or what the municipality's own rule says (Awb 4:13). */
  readonly decisionWeeks: number;
}

const AWB_WEEKS = 8;

/** What the fund and the municipality set: `settings.fund.maxPerRequestCents` and `settings.fund.decisionWeeks`. */
@Injectable()
export class FundRulesQuery {
  /** Nothing when this municipality has no such fund. */
  async find(tx: Transaction, fundId: string): Promise<FundRulesOfRequest | undefined> {
    const [row] = await tx.query<{ domains: string[]; max: number | null; weeks: number | null }>(
      `SELECT f.domains, (m.settings -> 'fund' ->> 'maxPerRequestCents')::bigint AS max, (m.settings -> 'fund' ->> 'decisionWeeks')::int AS weeks
       FROM fund f JOIN municipality m ON m.id = f.municipality_id WHERE f.id = $1`,
      [fundId],
    );
    return row && { domains: row.domains, maxPerRequestCents: row.max, decisionWeeks: row.weeks ?? AWB_WEEKS };
  }

  async get(tx: Transaction, fundId: string): Promise<FundRulesOfRequest> {
    const rules = await this.find(tx, fundId);
    if (!rules) throw new DomainError('fund.not-found', 'Dit fonds bestaat niet.', { kind: 'not-found' });
    return rules;
  }
}
