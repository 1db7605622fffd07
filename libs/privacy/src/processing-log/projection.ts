import { type SubjectVault, type Transaction } from '#platform';
import { auditedAction, dataSubjects, type KnownPeople, type TouchingLine } from '../domain/processing-log/index.js';
import { spanId, traceId } from './trace.js';

/** What identifies a data subject here, for whoever reads the log elsewhere (`dpl.core.data_subject_id_type`). */
export const SUBJECT_TYPE = 'urn:naast:household-member';
const BATCH = 2_000;

interface SealRange {
  readonly number: number;
  readonly from_xact: string;
  readonly until_xact: string;
  readonly after_event_id: number;
  readonly last_event_id: number;
}

interface AuditRow extends TouchingLine {
  readonly id: number;
  readonly xact: string;
  readonly municipalityId: string;
  readonly requestId: string | null;
}

// Sealed lines only: a seal holds every line of transactions that all ended, so nothing can still appear in it.
const NEXT_SEAL = `SELECT s.number, s.from_xact::text, s.until_xact::text, s.after_event_id, s.last_event_id
  FROM audit_seal s, processing_log_progress p WHERE s.number > p.seal ORDER BY s.number LIMIT 1`;

const LINES = `SELECT id, xact::text AS xact, at, municipality_id AS "municipalityId", action, subject_id AS "subjectId",
    household_id AS "householdId", details, request_id AS "requestId"
  FROM audit_event
  WHERE xact >= $1::xid8 AND xact < $2::xid8 AND id > $3 AND id <= $4 AND (xact, id) > ($5::xid8, $6::bigint) AND municipality_id IS NOT NULL
  ORDER BY xact, id LIMIT ${BATCH}`;

const INSERT = `INSERT INTO processing_log (municipality_id, audit_event_id, trace_id, span_id, operation, processing_activity_id,
    started_at, ended_at, data_subject_type, data_subject_sealed, data_subject_index)
  SELECT r.municipality_id, r.audit_event_id, r.trace_id, r.span_id, r.operation, r.processing_activity_id, r.at, r.at, '${SUBJECT_TYPE}',
    decode(r.sealed, 'hex'), decode(r.index, 'hex')
  FROM jsonb_to_recordset($1) AS r (municipality_id uuid, audit_event_id bigint, trace_id text, span_id text, operation text,
    processing_activity_id uuid, at timestamptz, sealed text, index text)`;

/**
 * Works the next sealed part of the audit into the processing log: per line one line for each data subject. The mark moves in the
 * same transaction, so a stop halfway leaves nothing half, and a lock lets one worker at a time. Returns how many lines there came;
 * nothing when all seals are done or another worker is at it.
 */
export async function workSealIntoLog(tx: Transaction, vault: SubjectVault): Promise<number | undefined> {
  const [lock] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('naast-processing-log')) AS mine`);
  if (!lock?.mine) return undefined;
  const [seal] = await tx.query<SealRange>(NEXT_SEAL);
  if (!seal) return undefined;
  const activities = await registerOfAll(tx);
  let [count, last] = [0, { xact: '0', id: 0 }];
  for (;;) {
    const rows = await tx.query<AuditRow>(LINES, [seal.from_xact, seal.until_xact, seal.after_event_id, seal.last_event_id, last.xact, last.id]);
    count += await write(tx, rows, activities, vault);
    if (rows.length < BATCH) break;
    last = rows.at(-1) ?? last;
  }
  await tx.query('UPDATE processing_log_progress SET seal = $1', [seal.number]);
  return count;
}

async function registerOfAll(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ municipality_id: string; code: string; id: string }>('SELECT * FROM access.register_of_all()');
  return new Map(rows.map(({ municipality_id: place, code, id }) => [`${place} ${code}`, id]));
}

async function write(tx: Transaction, lines: readonly AuditRow[], activities: ReadonlyMap<string, string>, vault: SubjectVault): Promise<number> {
  const people = await knownPeople(tx, lines.filter(({ action }) => auditedAction(action).touches !== 'nobody'));
  const rows = lines.flatMap((line) => dataSubjects(line, people).map((subject) => toRow(line, subject, activities, vault)));
  if (rows.length > 0) await tx.query(INSERT, [JSON.stringify(rows)]);
  return rows.length;
}

function toRow(line: AuditRow, subject: string, activities: ReadonlyMap<string, string>, vault: SubjectVault): object {
  const { sealed, index } = vault.seal(subject);
  const activity = activities.get(`${line.municipalityId} ${auditedAction(line.action).activity}`);
  if (!activity) throw new Error(`the register misses an activity for ${line.action}`);
  return {
    municipality_id: line.municipalityId, audit_event_id: line.id, trace_id: traceId(line.requestId, line.xact), span_id: spanId(line.id, index),
    operation: line.action, processing_activity_id: activity, at: line.at, sealed: sealed.toString('hex'), index: index.toString('hex'),
  };
}

async function knownPeople(tx: Transaction, lines: readonly AuditRow[]): Promise<KnownPeople> {
  const households = new Map<string, { memberId: string; knownSince: Date }[]>();
  const records = new Map<string, string[]>();
  if (lines.length > 0) {
    const members = await tx.query<{ household_id: string; member_id: string; known_since: Date }>('SELECT * FROM access.members_of($1)', [idsOf(lines, 'householdId')]);
    for (const one of members) add(households, one.household_id, { memberId: one.member_id, knownSince: one.known_since });
    const about = await tx.query<{ record_id: string; member_id: string }>('SELECT * FROM access.members_of_records($1)', [idsOf(lines, 'subjectId')]);
    for (const one of about) add(records, one.record_id, one.member_id);
  }
  return { households, records };
}

const idsOf = (lines: readonly AuditRow[], key: 'householdId' | 'subjectId'): string[] =>
  [...new Set(lines.map((line) => line[key]).filter((id) => id !== null))];

function add<T>(to: Map<string, T[]>, key: string, value: T): void {
  to.set(key, [...(to.get(key) ?? []), value]);
}
