import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import {
  checkTermChange, HELP_KIND_NAMES, HELP_KINDS, isRetentionCode, mayManageRetention, type RetentionCode, RETENTION_CODES, RETENTION_RULES, RETENTION_STARTS,
  type Term, type Terms,
} from '../domain/index.js';

interface RuleRow {
  readonly code: string;
  readonly count: number;
  readonly unit: Term['unit'];
  readonly reason: string | null;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly version: number;
}

export interface RetentionRuleView {
  readonly code: RetentionCode;
  readonly name: string;
  /** Null: kept for good. */
  readonly term: Term | null;
  readonly defaultTerm: Term | null;
  /** Counted from, in Dutch. */
  readonly start: string;
  readonly source: string;
  readonly ofFamilies: boolean;
  readonly reason: string | null;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface TermChange extends Term {
  readonly reason?: string;
}

const COLUMNS = `r.code, r.term_count AS count, r.term_unit AS unit, r.reason, r.changed_at AS "changedAt", r.version,
  (SELECT u.name FROM app_user u WHERE u.id = r.changed_by) AS "changedBy"`;

const RULES = { name: 'retention-rules', text: `SELECT ${COLUMNS} FROM retention_rule r WHERE r.municipality_id = $1` };

const notFound = (): DomainError => new DomainError('retention-rule.not-found', 'Deze bewaartermijn bestaat niet.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('retention-rule.stale', 'Deze termijn is net gewijzigd. Lees hem opnieuw.', { kind: 'stale' });

/** How long each kind of record is kept here: the default, or what the municipality decided. */
@Injectable()
export class RetentionRulesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<RetentionRuleView[]> {
    const rows = await this.work.read<RuleRow>(actor, RULES, [actor.municipalityId]);
    const own = new Map(rows.map((row) => [row.code, row]));
    return RETENTION_CODES.map((code) => viewOf(code, own.get(code)));
  }

  /** Throws `invalid` for a shorter term without a reason, `refused` for a term that is fixed. */
  change(actor: Actor, code: string, { reason, ...term }: TermChange, version: number): Promise<RetentionRuleView> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayManageRetention(actor, actor), 'retention-rule.change');
      if (!isRetentionCode(code)) throw notFound();
      checkTermChange(code, term, reason);
      const before = await holdRule(tx, code);
      if (before.version !== version) throw stale();
      await tx.query(
        `UPDATE retention_rule SET term_count = $3, term_unit = $4, reason = $5, changed_by = $6, changed_at = $7, version = version + 1
         WHERE municipality_id = $1 AND code = $2`,
        [actor.municipalityId, code, term.count, term.unit, reason ?? null, actor.userId, tx.now],
      );
      const details = { code, from: `${before.count} ${before.unit}`, to: `${term.count} ${term.unit}` };
      await this.audit.record(tx, { action: 'retention-rule.changed', subjectKind: 'retention-rule', details });
      return viewOf(code, await holdRule(tx, code));
    });
  }
}

async function holdRule(tx: Transaction, code: RetentionCode): Promise<RuleRow> {
  const [row] = await tx.query<RuleRow>(`SELECT ${COLUMNS} FROM retention_rule r WHERE r.municipality_id = $1 AND r.code = $2 FOR UPDATE OF r`, [tx.actor.municipalityId, code]);
  if (!row) throw notFound();
  return row;
}

/** The terms of a family's record as they hold in the municipality of the actor. */
export async function termsHere(tx: Transaction): Promise<Terms> {
  const rows = await tx.query<{ code: string } & Term>('SELECT code, term_count AS count, term_unit AS unit FROM retention_rule WHERE municipality_id = $1', [tx.actor.municipalityId]);
  const own = new Map(rows.map(({ code, count, unit }) => [code, { count, unit }]));
  return Object.fromEntries(HELP_KIND_NAMES.map((kind) => [kind, own.get(kind) ?? HELP_KINDS[kind].term])) as unknown as Terms;
}

function viewOf(code: RetentionCode, row: RuleRow | undefined): RetentionRuleView {
  const { name, term: defaultTerm, start, source, adjustable } = RETENTION_RULES[code];
  return {
    code, name, defaultTerm, source, start: RETENTION_STARTS[start], term: row ? { count: row.count, unit: row.unit } : defaultTerm,
    ofFamilies: Object.hasOwn(HELP_KINDS, code), reason: row?.reason ?? null, changedBy: row?.changedBy ?? null, changedAt: row?.changedAt ?? null,
    version: row?.version ?? 1, allowedActions: adjustable && row ? ['change'] : [],
  };
}
