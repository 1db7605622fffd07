import { Injectable } from '@nestjs/common';
import { Outbox, type Transaction } from '#platform';
import { reviewDueAt } from '../domain/break-glass/index.js';
import { settingsOf } from './break-glass.service.js';

export interface BreakGlassNotice {
  readonly userId: string;
  readonly kind: 'break-glass-used' | 'break-glass-review-due' | 'break-glass-reviewed';
  readonly link: string;
  readonly cause: string;
}

// Never the one who used it: an alarm to oneself is no alarm.
const WATCHERS = `SELECT DISTINCT u.id FROM break_glass b JOIN household h ON h.id = b.household_id
  JOIN user_role r ON r.municipality_id = b.municipality_id AND (r.role = 'privacy-officer' OR (r.role = 'team-lead' AND r.team_id = h.team_id))
  JOIN app_user u ON u.id = r.user_id AND u.active
  WHERE b.id = $1 AND u.id <> b.user_id AND r.role = ANY ($2::text[]) ORDER BY u.id`;

/** Who hears what about a break-glass; a link, and nothing of the family or of who used it. */
@Injectable()
export class BreakGlassNotices {
  constructor(private readonly outbox: Outbox) {}

  /** At once, to the team lead of the family and every privacy officer of the municipality. */
  used(tx: Transaction, id: string): Promise<BreakGlassNotice[]> {
    return this.tell(tx, id, ['team-lead', 'privacy-officer'], 'break-glass-used', `break-glass.opened:${id}`);
  }

  /** Nobody looked at it in time: the privacy officer hears it, and again after the same time until somebody has. */
  async reviewDue(tx: Transaction, id: string, round: number): Promise<BreakGlassNotice[]> {
    const [open] = await tx.query('SELECT FROM break_glass WHERE id = $1 AND reviewed_at IS NULL', [id]);
    if (!open) return [];
    const { reviewWorkingDays } = await settingsOf(tx);
    const next = `${round + 1}`;
    await this.outbox.add(tx, {
      kind: 'break-glass.review-due', payload: { breakGlassId: id, round: next }, runAt: reviewDueAt(tx.now, reviewWorkingDays), dedupeKey: `break-glass.review-due:${id}:${next}`,
    });
    return this.tell(tx, id, ['privacy-officer'], 'break-glass-review-due', `break-glass.review-due:${id}:${round}`);
  }

  /** Who used it hears that there is an outcome. */
  async reviewed(tx: Transaction, id: string): Promise<BreakGlassNotice[]> {
    const [glass] = await tx.query<{ user_id: string }>('SELECT user_id FROM break_glass WHERE id = $1 AND reviewed_at IS NOT NULL', [id]);
    return glass ? [{ userId: glass.user_id, kind: 'break-glass-reviewed', link: `/privacy/noodtoegang/${id}`, cause: `break-glass.reviewed:${id}` }] : [];
  }

  private async tell(tx: Transaction, id: string, roles: readonly string[], kind: BreakGlassNotice['kind'], cause: string): Promise<BreakGlassNotice[]> {
    const people = await tx.query<{ id: string }>(WATCHERS, [id, roles]);
    return people.map(({ id: userId }) => ({ userId, kind, link: `/privacy/noodtoegang/${id}`, cause }));
  }
}
