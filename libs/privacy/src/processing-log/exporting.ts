import type { Transaction } from '#platform';

/** A line as it leaves: the names of OpenTelemetry and of Logboek Dataverwerkingen. */
export interface ExportedLine {
  readonly id: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly activityId: string;
  readonly subjectType: string;
  readonly subjectSealed: Buffer;
}

// Lines get their number from one worker at a time (see projection.ts), so behind the mark nothing can still appear.
const NEXT = `SELECT l.id, l.trace_id AS "traceId", l.span_id AS "spanId", l.operation AS name, l.started_at AS "startedAt", l.ended_at AS "endedAt",
    l.processing_activity_id AS "activityId", l.data_subject_type AS "subjectType", l.data_subject_sealed AS "subjectSealed"
  FROM processing_log l, processing_log_progress p WHERE l.id > p.exported_until ORDER BY l.id LIMIT $1`;

export type Send = (lines: readonly ExportedLine[]) => Promise<void>;

/**
 * Sends the next lines and moves the mark only when they were taken: at least once, never lost. A collector that is away makes
 * `send` throw, and then the mark stays where it was. Returns how many went; nothing when another worker is at it.
 */
export async function exportNext(tx: Transaction, send: Send, most: number): Promise<number | undefined> {
  const [lock] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('naast-processing-log-export')) AS mine`);
  if (!lock?.mine) return undefined;
  const lines = await tx.query<ExportedLine>(NEXT, [most]);
  const last = lines.at(-1);
  if (!last) return 0;
  await send(lines);
  await tx.query('UPDATE processing_log_progress SET exported_until = $1', [last.id]);
  return lines.length;
}
