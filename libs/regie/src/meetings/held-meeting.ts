import { type Actor, assertAllowed, DomainError, localDateOf } from '#kernel';
import type { Transaction } from '#platform';
import { askGate, basisRelation, type DataCategory, holdSharingFacts, requireOrganisation, type SharingFacts, type TextReader } from '#privacy';
import { mayPlanMeeting, type MeetingFacts, type MeetingState } from '../domain/index.js';

export interface HeldMeeting {
  readonly id: string;
  readonly householdId: string;
  readonly state: MeetingState;
  readonly organisedBy: string;
  readonly facts: MeetingFacts;
  readonly family: SharingFacts;
}

interface Row extends Pick<HeldMeeting, 'state' | 'organisedBy'> {
  readonly version: number;
  readonly plannedAt: Date;
  readonly points: number;
  readonly emptyPoints: number;
}

const LOCK = 'SELECT FROM coordination_meeting WHERE id = $1 AND household_id = $2 FOR UPDATE';
const HOLD = `SELECT c.state, c.version, c.planned_at AS "plannedAt", c.organised_by AS "organisedBy",
    (SELECT count(*)::int FROM meeting_point p WHERE p.meeting_id = c.id) AS points,
    (SELECT count(*)::int FROM meeting_point p WHERE p.meeting_id = c.id AND coalesce(p.discussed, '') = ''
      AND NOT EXISTS (SELECT FROM meeting_decision d WHERE d.point_id = p.id)) AS "emptyPoints"
  FROM coordination_meeting c WHERE c.id = $1`;
const SHARES = `SELECT i.organisation_id AS "organisationId", s.member_id AS "memberId", array_agg(s.category) AS categories
  FROM meeting_invitation i JOIN meeting_share s ON s.meeting_id = i.meeting_id AND s.organisation_id = i.organisation_id
  WHERE i.meeting_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`;

export const meetingNotFound = (): DomainError => new DomainError('meeting.not-found', 'Dit overleg bestaat niet, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('meeting.stale', 'Dit overleg is net gewijzigd. Lees het opnieuw.', { kind: 'stale' });

/** Locks the family and its meeting, for who leads it and read this version. */
export async function holdMeeting(tx: Transaction, actor: Actor, householdId: string, id: string, version: number): Promise<HeldMeeting> {
  const family = await holdSharingFacts(tx, householdId, null);
  assertAllowed(mayPlanMeeting(actor, basisRelation(actor, family)), 'meeting.lead');
  if ((await tx.query(LOCK, [id, householdId])).length === 0) throw meetingNotFound();
  const [row] = await tx.query<Row>(HOLD, [id]);
  if (!row) throw meetingNotFound();
  if (row.version !== version) throw stale();
  const { state, organisedBy, plannedAt, points, emptyPoints } = row;
  return { id, householdId, state, organisedBy, family, facts: { plannedAt, now: tx.now, points, emptyPoints } };
}

/** The invited organisations, each with what the gate opens for them today of what was shared: what a text may say to them. */
export async function readersOf(tx: Transaction, { id, householdId }: HeldMeeting): Promise<TextReader[]> {
  const rows = await tx.query<{ organisationId: string; memberId: string; categories: DataCategory[] }>(SHARES, [id]);
  const readers: TextReader[] = [];
  for (const organisationId of new Set(rows.map((row) => row.organisationId))) {
    const facts = await holdSharingFacts(tx, householdId, organisationId);
    const present = rows.filter((row) => row.organisationId === organisationId && facts.members.some((member) => member.id === row.memberId));
    readers.push({ name: requireOrganisation(facts).name, covered: askGate(facts, present, localDateOf(tx.now)).covered });
  }
  return readers;
}
