import type { Actor } from '#kernel';
import type { Transaction } from './transaction.js';

/**
 * Tells PostgreSQL who acts, for this transaction only (`true` = local). Every row-level policy reads these.
 * `$7` is the commit mode: a read that only adds its own audit line does not wait for the disk.
 */
export const SET_ACTOR = `SELECT set_config('naast.user', $1, true), set_config('naast.organisation', $2, true),
  set_config('naast.municipality', $3, true), set_config('naast.roles', $4, true), set_config('naast.teams', $5, true),
  set_config('naast.kind', $6, true), set_config('synchronous_commit', $7, true), set_config('naast.origin', $8, true),
  set_config('naast.request', $9, true), set_config('naast.purpose', $10, true)`;

export function actorSettings(actor: Actor, commit: 'on' | 'off'): string[] {
  return [
    actor.userId,
    actor.organisationId,
    actor.municipalityId,
    actor.roles.join(','),
    `{${actor.teamIds.join(',')}}`,
    actor.kind,
    commit,
    [actor.origin, actor.purpose].filter(Boolean).join(' '),
    actor.requestId ?? '',
    actor.kind === 'system' ? (actor.purpose ?? '') : '',
  ];
}

/** What works on all municipalities at once, or before it is known on which; each may do one thing (migration on purposes). */
export type Sweep = 'sign-in' | 'health' | 'outbox.arm' | 'outbox.rearm' | 'outbox.run' | 'housekeeping' | 'audit.seal' | 'audit.verify' | 'processing-log' | 'records.calendar' | 'administration';

/** A job inside one municipality, or a sweep. Its purpose says what it may touch, and stands in the audit beside where it came from. */
export function systemActor(municipalityId: string, purpose: Sweep | 'job' = 'job', origin: 'worker' | 'cli' = 'worker'): Actor {
  return { userId: '', organisationId: '', municipalityId, roles: [], teamIds: [], kind: 'system', purpose, origin };
}

/** From here on the job is for this: the kind of the outbox row that it was woken for. */
export async function takePurpose(tx: Transaction, purpose: string): Promise<void> {
  await tx.query(`SELECT set_config('naast.purpose', $1, true), set_config('naast.origin', $2, true)`, [purpose, `${tx.actor.origin ?? ''} ${purpose}`.trim()]);
}
