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
  readonly hash: Buffer;
  readonly previous_hash: Buffer;
}

interface Batch {
  readonly event_count: number;
  readonly last_event_id: number | null;
  readonly digest: Buffer | null;
}

const GENESIS = Buffer.alloc(32);

// Every column by name: a column that is added later must not change the hash of older lines.
const BATCH = `
  SELECT count(*) AS event_count, max(id) AS last_event_id,
         sha256(string_agg(jsonb_build_array(id, xact::text, extract(epoch FROM at)::text, municipality_id, user_id, organisation_id,
           action, subject_kind, subject_id, household_id, details, request_id)::text, E'\\n' ORDER BY xact, id)::bytea) AS digest
  FROM audit_event WHERE xact >= $1::xid8 AND xact < $2::xid8`;

const COLUMNS = 'number, from_xact::text, until_xact::text, event_count, last_event_id, hash, previous_hash';

const chain = (previous: Buffer, digest: Buffer): Buffer => createHash('sha256').update(previous).update(digest).digest();

/** Seals what is finished. Returns nothing when there is nothing new, or when another worker is at it. */
export async function sealAudit(tx: Transaction): Promise<Seal | undefined> {
  const [lock] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtext('naast-audit-seal')) AS mine`);
  if (!lock?.mine) return undefined;
  const [last] = await tx.query<SealRow>(`SELECT ${COLUMNS} FROM audit_seal ORDER BY number DESC LIMIT 1`);
  const from = last?.until_xact ?? '0';
  const [horizon] = await tx.query<{ xact: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xact');
  const until = horizon?.xact ?? from;
  const [batch] = await tx.query<Batch>(BATCH, [from, until]);
  if (!batch?.digest || batch.last_event_id === null) return undefined;
  const previous = last?.hash ?? GENESIS;
  const hash = chain(previous, batch.digest);
  const number = (last?.number ?? 0) + 1;
  await tx.query(
    `INSERT INTO audit_seal (number, from_xact, until_xact, event_count, last_event_id, hash, previous_hash)
     VALUES ($1, $2::xid8, $3::xid8, $4, $5, $6, $7)`,
    [number, from, until, batch.event_count, batch.last_event_id, hash, previous],
  );
  return { number, eventCount: batch.event_count, hash: hash.toString('hex') };
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
  let previous: Buffer = GENESIS;
  let from = '0';
  for (const [index, seal] of seals.entries()) {
    const fault = await faultOf(tx, seal, { number: index + 1, previous, from });
    if (fault) return { intact: false, seal: seal.number, what: fault };
    previous = seal.hash;
    from = seal.until_xact;
  }
  if (anchor) {
    const anchored = seals.find((seal) => seal.number === anchor.number);
    if (anchored?.hash.toString('hex') !== anchor.hash) {
      return { intact: false, seal: anchor.number, what: 'het laatste zegel buiten de database is hier verdwenen of anders: er is iets afgeknipt' };
    }
  }
  const [rest] = await tx.query<{ n: number }>('SELECT count(*) AS n FROM audit_event WHERE xact >= $1::xid8', [from]);
  return { intact: true, seals: seals.length, events: seals.reduce((sum, seal) => sum + seal.event_count, 0), unsealed: rest?.n ?? 0 };
}

async function faultOf(
  tx: Transaction,
  seal: SealRow,
  expected: { number: number; previous: Buffer; from: string },
): Promise<string | undefined> {
  if (seal.number !== expected.number || seal.from_xact !== expected.from || !seal.previous_hash.equals(expected.previous)) {
    return 'er ontbreekt een zegel';
  }
  const [batch] = await tx.query<Batch>(BATCH, [seal.from_xact, seal.until_xact]);
  if (batch?.event_count !== seal.event_count) {
    return `er staan ${batch?.event_count ?? 0} regels, er waren er ${seal.event_count}`;
  }
  if (!batch.digest || !chain(expected.previous, batch.digest).equals(seal.hash)) return 'een regel is gewijzigd';
  return undefined;
}
