import { DomainError, type LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import type { RepresentativeAuthority, IdentityCheck, RightsChannel, RightsFacts, RightsKind, RightsState } from '../domain/rights/index.js';

/** A request as a use case holds it. */
export interface HeldRequest {
  readonly id: string;
  readonly householdId: string;
  readonly municipalityId: string;
  readonly memberId: string;
  readonly kind: RightsKind;
  readonly state: RightsState;
  readonly receivedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly extendedOn: LocalDate | null;
  readonly identityHow: IdentityCheck | null;
  readonly restrictionLiftedOn: LocalDate | null;
  readonly version: number;
}

export interface RequestFields {
  readonly kind: RightsKind;
  readonly channel: RightsChannel;
  readonly askedBy: 'self' | 'representative';
  readonly authority?: RepresentativeAuthority | null;
  readonly representativeName?: string | null;
}

export const requestNotFound = (): DomainError =>
  new DomainError('rights-request.not-found', 'Dit verzoek bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
export const staleRequest = (): DomainError =>
  new DomainError('rights-request.stale', 'Iemand anders heeft dit verzoek net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

const HOLD = `SELECT id, household_id AS "householdId", municipality_id AS "municipalityId", member_id AS "memberId", kind, state,
    received_on AS "receivedOn", answer_by AS "answerBy", extended_on AS "extendedOn", identity_how AS "identityHow",
    restriction_lifted_on AS "restrictionLiftedOn", version
  FROM rights_request WHERE id = $1`;

/** Locks the request as the actor may see it: 404 for what is not there and for what is not theirs, 412 for an old version. */
export async function holdRequest(tx: Transaction, id: string, version?: number): Promise<HeldRequest> {
  // First without a lock: who may read and not change would otherwise find nothing, and hear 404 where 403 is meant.
  const [seen] = await tx.query<HeldRequest>(HOLD, [id]);
  if (!seen) throw requestNotFound();
  const [held = seen] = await tx.query<HeldRequest>(`${HOLD} FOR UPDATE`, [id]);
  if (version !== undefined && held.version !== version) throw staleRequest();
  return held;
}

/** Writes columns of a request and its next version. Column names are ours, values are parameters. */
export async function saveRequest(tx: Transaction, { id, version }: HeldRequest, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(changes);
  const set = columns.map((column, at) => `${column} = $${at + 3}`).join(', ');
  const saved = await tx.query(`UPDATE rights_request SET ${set}, version = $2 WHERE id = $1 AND version = $2 - 1 RETURNING id`, [id, version + 1, ...Object.values(changes)]);
  // Somebody decided while we waited for the lock, and from then on it is not ours to change.
  if (saved.length === 0) throw staleRequest();
}

export const NO_FACTS: RightsFacts = { reasonsGiven: false, inFirstMonth: false, extendedBefore: false, remediesTold: false, effectIsThere: false };
