import type { Actor } from '#kernel';

/**
 * Tells PostgreSQL who acts, for this transaction only (`true` = local). Every row-level policy reads these.
 * `$7` is the commit mode: a read that only adds its own audit line does not wait for the disk.
 */
export const SET_ACTOR = `SELECT set_config('naast.user', $1, true), set_config('naast.organisation', $2, true),
  set_config('naast.municipality', $3, true), set_config('naast.roles', $4, true), set_config('naast.teams', $5, true),
  set_config('naast.kind', $6, true), set_config('synchronous_commit', $7, true), set_config('naast.origin', $8, true),
  set_config('naast.request', $9, true)`;

export function actorSettings(actor: Actor, commit: 'on' | 'off'): string[] {
  return [
    actor.userId,
    actor.organisationId,
    actor.municipalityId,
    actor.roles.join(','),
    `{${actor.teamIds.join(',')}}`,
    actor.kind,
    commit,
    actor.origin ?? '',
    actor.requestId ?? '',
  ];
}

/** A job of the worker inside one municipality; its purpose is the outbox row that woke it. */
export function systemActor(municipalityId: string, origin: 'worker' | 'cli' = 'worker'): Actor {
  return { userId: '', organisationId: '', municipalityId, roles: [], teamIds: [], kind: 'system', origin };
}
