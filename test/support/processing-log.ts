import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '#kernel';
import { Audit, type AuditLine, sealAudit, SubjectVault, systemActor, UnitOfWork } from '#platform';
import { workSealIntoLog } from '#privacy';
import type { SpecDatabase } from './database.js';
import { aHousehold, type HouseholdFixture } from './households.js';
import { eventually } from './worker.js';

const BEHIND = `SELECT (SELECT count(*) FROM audit_event) - (SELECT coalesce(sum(event_count), 0) FROM audit_seal)
  + (SELECT count(*) FROM audit_seal s, processing_log_progress p WHERE s.number > p.seal) AS n`;
const PATIENCE_MS = 30_000;

/**
 * Does what the worker does every few seconds: seal what is finished, and work it into the processing log. Goes on until all of
 * it is there: a transaction of another spec on this server, or the worker's own round, may be in between. Returns how many lines came.
 */
export async function catchUp(house: INestApplicationContext): Promise<number> {
  let lines = 0;
  await eventually(async () => {
    lines += await oneRound(house);
    const [behind] = await house.get(UnitOfWork, { strict: false }).run(systemActor('', 'processing-log'), (tx) => tx.query<{ n: number }>(BEHIND));
    return Number(behind?.n);
  }, (behind) => behind === 0, PATIENCE_MS);
  return lines;
}

/** One round, whatever may be sealed by now. */
export async function oneRound(house: INestApplicationContext): Promise<number> {
  const [work, vault] = [house.get(UnitOfWork, { strict: false }), house.get(SubjectVault, { strict: false })];
  await work.run(systemActor('', 'audit.seal'), sealAudit);
  let lines = 0;
  for (;;) {
    const more = await work.run(systemActor('', 'processing-log'), (tx) => workSealIntoLog(tx, vault));
    if (more === undefined) return lines;
    lines += more;
  }
}

/** An audited line about a family, as a use case writes it. */
export const note = (house: INestApplicationContext, family: HouseholdFixture, line: Partial<AuditLine> = {}, requestId = newId()): Promise<void> =>
  house.get(UnitOfWork, { strict: false }).run({ ...systemActor(family.municipalityId), requestId }, (tx) =>
    house.get(Audit, { strict: false }).record(tx, { action: 'household.read', subjectKind: 'household', subjectId: family.id, householdId: family.id, ...line }));

export interface LoggedLine {
  readonly audit_event_id: number;
  readonly trace_id: string;
  readonly span_id: string;
  readonly operation: string;
  readonly code: string;
  readonly subject: string;
}

/** The processing log with its subjects opened. */
export async function processingLog(house: INestApplicationContext, db: SpecDatabase): Promise<LoggedLine[]> {
  const rows = await db.query<LoggedLine & { data_subject_sealed: Buffer }>(
    'SELECT l.*, a.code FROM processing_log l JOIN processing_activity a ON a.id = l.processing_activity_id AND a.municipality_id = l.municipality_id ORDER BY l.id');
  const vault = house.get(SubjectVault, { strict: false });
  return rows.map((row) => ({ ...row, subject: vault.open(row.data_subject_sealed) }));
}

/** A family that has been there for a while. */
export async function aKnownHousehold(db: SpecDatabase, options: Parameters<typeof aHousehold>[1] = {}): Promise<HouseholdFixture> {
  const family = await aHousehold(db, options);
  await db.query(`UPDATE household_member SET known_since = now() - interval '1 year' WHERE household_id = $1`, [family.id]);
  return family;
}
