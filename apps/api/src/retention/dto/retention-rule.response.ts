import { ApiProperty } from '@nestjs/swagger';

export class TermResponse {
  /** How many of the unit. */
  count: number;
  /** Days, months or years. */
  @ApiProperty({ enum: ['days', 'months', 'years'] })
  unit: 'days' | 'months' | 'years';
}

export class RetentionRuleResponse {
  /** Key of the rule. */
  code: string;
  name: string;
  /** Null: kept for good. */
  term: TermResponse | null;
  /** What the selection list or our own proposal says. */
  defaultTerm: TermResponse | null;
  /** From when it counts, in Dutch. */
  start: string;
  /** Where the default comes from. */
  source: string;
  /** Whether it is about the record of a family; else it goes by itself, without a list. */
  ofFamilies: boolean;
  reason: string | null;
  /** Name of who chose this term. */
  changedBy: string | null;
  /** When somebody chose it. */
  changedAt: Date | null;
  version: number;
  allowedActions: readonly string[];
}

export class RetentionRulesResponse {
  items: RetentionRuleResponse[];
  /** Always null: the list is short. */
  nextCursor: string | null;
}
