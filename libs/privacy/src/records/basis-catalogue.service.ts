import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf } from '#kernel';
import { Audit, Outbox, UnitOfWork } from '#platform';
import { maySwitchRule } from '../domain/index.js';

const HOLD = 'SELECT enabled, version FROM basis_rule WHERE code = $1 FOR UPDATE';
const SWITCH = `UPDATE basis_rule SET enabled = $2, switched_by = $3, switched_at = $4, switch_reason = $5, version = version + 1 WHERE code = $1`;
// Not cut: a family must not lose its help in the night because an article was switched off. Somebody looks, with another ground at hand.
const FLAG = `UPDATE legal_basis SET review_due_on = $2, review_reason = 'rule-off', version = version + 1
  WHERE catalogue_code = $1 AND state IN ('proposed', 'active') RETURNING id`;
const UNFLAG = `UPDATE legal_basis SET review_due_on = NULL, review_reason = NULL, version = version + 1
  WHERE catalogue_code = $1 AND state IN ('proposed', 'active') AND review_reason = 'rule-off' RETURNING id`;

const notFound = (): DomainError => new DomainError('basis-rule.not-found', 'Deze grondslag staat niet in de lijst van jouw gemeente.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('basis-rule.stale', 'Iemand anders heeft dit net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

/** Which grounds a municipality uses: switched by the privacy officer, with the reason. */
@Injectable()
export class BasisCatalogueService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Answers how many bases lean on it; those are flagged for review when it goes off (docs/decisions/0012). */
  switchRule(actor: Actor, code: string, enabled: boolean, reason: string, version: number): Promise<{ readonly toReview: number }> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(maySwitchRule(actor), 'basis-rule.switch');
      const [rule] = await tx.query<{ enabled: boolean; version: number }>(HOLD, [code]);
      if (!rule) throw notFound();
      if (rule.version !== version) throw stale();
      if (rule.enabled === enabled) return { toReview: 0 };
      await tx.query(SWITCH, [code, enabled, actor.userId, tx.now, reason]);
      const touched = enabled ? await tx.query(UNFLAG, [code]) : await tx.query(FLAG, [code, localDateOf(tx.now)]);
      await this.audit.record(tx, { action: 'basis-rule.switched', subjectKind: 'basis-rule', details: { code, enabled, bases: touched.length } });
      if (!enabled) await this.outbox.add(tx, { kind: 'basis-rule.switched-off', payload: { code, version: String(version + 1) } });
      return { toReview: enabled ? 0 : touched.length };
    });
  }
}
