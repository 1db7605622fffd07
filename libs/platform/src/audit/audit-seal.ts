import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.js';

/**
 * Makes the audit tamper-evident without making writers queue behind one chain: after the commit, batches of lines are
 * hashed onto the previous seal. Window: lines younger than the last seal (a few seconds) are not protected yet.
 */
export interface Seal {
  readonly number: number;
  readonly eventCount: number;
  readonly hash: string;
}

interface SealRow {
  readonly number: number;
  readonly from_xact: string;
  readonly until_xact: string;
  readonly event_count: number;
  readonly last_event_id: number;
  readonly after_event_id: number;
  readonly hash: Buffer;
  readonly previous_hash: Buffer;
}

/** Which lines the next seal holds. Ids tell servers apart, transactions tell the seals of one server apart. */
interface Range {
  readonly fromXact: string;
  readonly untilXact: string;
  readonly afterId: number;
}

interface Batch {
  readonly event_count: number;
  readonly last_event_id: number | null;
  readonly digest: Buffer | null;
}

const GENESIS = Buffer.alloc(32);

// Every column by name: a column that is added later must not change the hash of older lines. So those of later stand behind the
// others, and only when one of them has a value: a line from before them is hashed as it always was, and filling one shows.
const BATCH = `
  SELECT count(*) AS event_count, max(id) AS last_event_id,
         sha256(string_agg((jsonb_build_array(id, xact::text, extract(epoch FROM at)::text, municipality_id, user_id, organisation_id,
           action, subject_kind, subject_id, household_id, details, request_id)
           || CASE WHEN origin IS NULL AND roles IS NULL THEN '[]' ELSE jsonb_build_array(origin, roles) END)::text, E'\\n' ORDER BY xact, id)::bytea) AS digest
  FROM audit_event WHERE xact >= $1::xid8 AND xact < $2::xid8 AND id > $3 AND ($4::bigint IS NULL OR id <= $4)`;

const COLUMNS = 'number, from_xact::text, until_xact::text, event_count, last_event_id, after_event_id, hash, previous_hash';

const chain = (previous: Buffer, digest: Buffer): Buffer => createHash('sha256').update(previous).update(digest).digest();

/** Seals what is finished. Returns nothing when there is nothing new, or when another worker is at it. */
export async function sealAudit(tx: Transaction): Promise<Seal | undefined> {
  const [lock] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('naast-audit-seal')) AS mine`);
  if (!lock?.mine) return undefined;
  const [last] = await tx.query<SealRow>(`SELECT ${COLUMNS} FROM audit_seal ORDER BY number DESC LIMIT 1`);
  const { fromXact, untilXact, afterId } = await nextRange(tx, last);
  const [batch] = await tx.query<Batch>(BATCH, [fromXact, untilXact, afterId, null]);
  if (!batch?.digest || batch.last_event_id === null) return undefined;
  const previous = last?.hash ?? GENESIS;
  const hash = chain(previous, batch.digest);
  const number = (last?.number ?? 0) + 1;
  await tx.query(
    `INSERT INTO audit_seal (number, from_xact, until_xact, event_count, last_event_id, after_event_id, hash, previous_hash)
     VALUES ($1, $2::xid8, $3::xid8, $4, $5, $6, $7, $8)`,
    [number, fromXact, untilXact, batch.event_count, batch.last_event_id, afterId, hash, previous],
  );
  return { number, eventCount: batch.event_count, hash: hash.toString('hex') };
}

/**
 * From the last seal up to the oldest transaction that still runs. When the server counts lower than the last seal, the
 * database was restored on another server, which began counting anew: the lines from here on are told apart by their ids.
 */
async function nextRange(tx: Transaction, last: SealRow | undefined): Promise<Range> {
  const [horizon] = await tx.query<{ xact: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xact');
  const untilXact = horizon?.xact ?? '0';
  if (!last) return { fromXact: '0', untilXact, afterId: 0 };
  if (BigInt(untilXact) >= BigInt(last.until_xact)) return { fromXact: last.until_xact, untilXact, afterId: last.after_event_id };
  const [sealed] = await tx.query<{ id: number }>('SELECT max(last_event_id) AS id FROM audit_seal');
  return { fromXact: '0', untilXact, afterId: sealed?.id ?? 0 };
}

export interface Anchor {
  readonly number: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly intact: true; readonly seals: number; readonly events: number; readonly unsealed: number }
  | { readonly intact: false; readonly seal: number; readonly what: string };

/** Recomputes every seal. `anchor` is the last seal as it was noted outside the database: it betrays a cut-off tail. */
export async function verifyAudit(tx: Transaction, anchor?: Anchor): Promise<AuditVerdict> {
  const seals = await tx.query<SealRow>(`SELECT ${COLUMNS} FROM audit_seal ORDER BY number`);
  const { afterId } = await nextRange(tx, seals.at(-1));
  const servers = [...new Set([...seals.map((seal) => seal.after_event_id), afterId])];
  let last: Before = NONE;
  for (const seal of seals) {
    const untilId = servers.find((id) => id > seal.after_event_id) ?? null;
    const fault = follows(seal, last) ? await faultIn(tx, seal, untilId) : 'er ontbreekt een zegel';
    if (fault) return { intact: false, seal: seal.number, what: fault };
    last = { ...seal, last_event_id: Math.max(seal.last_event_id, last.last_event_id) };
  }
  if (anchor) {
    const anchored = seals.find((seal) => seal.number === anchor.number);
    if (anchored?.hash.toString('hex') !== anchor.hash) {
      return { intact: false, seal: anchor.number, what: 'het laatste zegel buiten de database is hier verdwenen of anders: er is iets afgeknipt' };
    }
  }
  const events = seals.reduce((sum, seal) => sum + seal.event_count, 0);
  const [all] = await tx.query<{ n: number }>('SELECT count(*) AS n FROM audit_event');
  return { intact: true, seals: seals.length, events, unsealed: (all?.n ?? 0) - events };
}

type Before = Pick<SealRow, 'number' | 'until_xact' | 'after_event_id' | 'last_event_id' | 'hash'>;
const NONE: Before = { number: 0, until_xact: '0', after_event_id: 0, last_event_id: 0, hash: GENESIS };

/** Each seal begins where the last one ended, or as the first on another server, after every line that was sealed before. */
function follows(seal: SealRow, last: Before): boolean {
  const goesOn = seal.from_xact === last.until_xact && seal.after_event_id === last.after_event_id;
  const beginsAnew = seal.from_xact === '0' && seal.after_event_id === last.last_event_id;
  return seal.number === last.number + 1 && seal.previous_hash.equals(last.hash) && (goesOn || beginsAnew);
}

/** `untilId`: the lines after it are of a later server, which may have counted the same transactions again. */
async function faultIn(tx: Transaction, seal: SealRow, untilId: number | null): Promise<string | undefined> {
  const [batch] = await tx.query<Batch>(BATCH, [seal.from_xact, seal.until_xact, seal.after_event_id, untilId]);
  if (batch?.event_count !== seal.event_count) {
    return `er staan ${batch?.event_count ?? 0} regels, er waren er ${seal.event_count}`;
  }
  if (!batch.digest || !chain(seal.previous_hash, batch.digest).equals(seal.hash)) return 'een regel is gewijzigd';
  return undefined;
}
