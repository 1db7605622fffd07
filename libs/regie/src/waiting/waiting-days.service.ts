import { Injectable } from '@nestjs/common';
import { localDateOf } from '#kernel';
import { Audit, type Transaction } from '#platform';

/** How far back is counted when there is no count yet. */
const MOST_DAYS = 400;

const COUNT = (condition: string): string => `(SELECT count(*) FROM waiting_period p WHERE p.team_id = t.id AND ${condition})`;

// Every day that has no number yet, up to yesterday: a worker that stood still for a week counts seven days, a second run none.
const MISSING_DAYS = `
  INSERT INTO waiting_list_day (team_id, day, municipality_id, waiting, entered, left_list, days_waited)
  SELECT t.id, d.day, t.municipality_id, ${COUNT('p.started_on <= d.day AND (p.ended_on IS NULL OR p.ended_on > d.day)')},
    ${COUNT('p.started_on = d.day')}, ${COUNT('p.ended_on = d.day')},
    coalesce((SELECT sum(greatest(p.ended_on - p.waiting_since, 0)) FROM waiting_period p WHERE p.team_id = t.id AND p.ended_on = d.day), 0)
  FROM team t CROSS JOIN LATERAL (SELECT s::date AS day FROM generate_series(
    greatest(coalesce((SELECT max(l.day) + 1 FROM waiting_list_day l WHERE l.team_id = t.id), (SELECT min(p.started_on) FROM waiting_period p WHERE p.team_id = t.id)),
      $2::date - ${MOST_DAYS}), $2::date - 1, interval '1 day') s) d
  WHERE t.municipality_id = $1 ON CONFLICT DO NOTHING RETURNING 1`;

/** The nightly count: from when and until when families waited, which the database notes itself, become numbers per day. */
@Injectable()
export class WaitingDays {
  constructor(private readonly audit: Audit) {}

  async count(tx: Transaction): Promise<number> {
    const rows = await tx.query(MISSING_DAYS, [tx.actor.municipalityId, localDateOf(tx.now)]);
    if (rows.length > 0) await this.audit.record(tx, { action: 'waiting-list.counted', subjectKind: 'municipality', subjectId: tx.actor.municipalityId, details: { days: rows.length } });
    return rows.length;
  }
}
