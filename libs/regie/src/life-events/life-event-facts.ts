import { addDays, DomainError, type LocalDate } from '#kernel';
import type { Transaction } from '#platform';
import { HAPPENS_ONCE, type LifeEventKind, type LifeEventState, type ItemTerm } from '../domain/index.js';

export interface HeldEvent {
  readonly id: string;
  readonly kind: LifeEventKind;
  readonly memberId: string | null;
  readonly eventOn: LocalDate;
  readonly note: string | null;
  readonly state: LifeEventState;
  readonly version: number;
}

const COLUMNS = `id, kind, member_id AS "memberId", event_on AS "eventOn", note, state, version`;
const HOLD = `SELECT ${COLUMNS} FROM life_event WHERE id = $1 AND household_id = $2 FOR UPDATE`;
// A date that was typed a little otherwise is the same event; what happens once is so whatever its day.
const SAME = `SELECT ${COLUMNS} FROM life_event WHERE household_id = $1 AND kind = $2 AND member_id IS NOT DISTINCT FROM $3::uuid AND state <> 'withdrawn'
  AND ($4 OR event_on BETWEEN $5 AND $6) ORDER BY state = 'proposed' LIMIT 1 FOR UPDATE`;
const SAME_WITHIN_DAYS = 31;

const notFound = (): DomainError => new DomainError('life-event.not-found', 'Deze gebeurtenis bestaat niet, of je mag haar niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('life-event.stale', 'Iemand anders heeft deze gebeurtenis net gewijzigd. Lees haar opnieuw.', { kind: 'stale' });

export async function holdEvent(tx: Transaction, householdId: string, id: string, version: number): Promise<HeldEvent> {
  const [event] = await tx.query<HeldEvent>(HOLD, [id, householdId]);
  if (!event) throw notFound();
  if (event.version !== version) throw stale();
  return event;
}

/** What was proposed or started already and is the same thing. */
export async function sameEvent(tx: Transaction, householdId: string, kind: LifeEventKind, memberId: string | null, on: LocalDate): Promise<HeldEvent | undefined> {
  const [event] = await tx.query<HeldEvent>(SAME, [householdId, kind, memberId, HAPPENS_ONCE.includes(kind), addDays(on, -SAME_WITHIN_DAYS), addDays(on, SAME_WITHIN_DAYS)]);
  return event;
}

export interface OpenItem {
  readonly actionId: string;
  readonly what: string;
  readonly term: ItemTerm;
  readonly ownerUserId: string | null;
}

/** The actions of these events that nobody did or crossed out yet. */
export const openItems = (tx: Transaction, eventId: string): Promise<OpenItem[]> =>
  tx.query<OpenItem>(
    `SELECT a.id AS "actionId", a.what, i.term, a.owner_user_id AS "ownerUserId" FROM life_event_item i JOIN plan_action a ON a.id = i.plan_action_id
     WHERE i.life_event_id = $1 AND a.state = 'open' ORDER BY a.id FOR UPDATE OF a`, [eventId]);

/** The regisseur of the family; when there is none, who acts. */
export async function regisseurOf(tx: Transaction, householdId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(`SELECT regisseur_id AS id FROM regisseur_assignment WHERE household_id = $1 AND state IN ('active', 'handover-planned')`, [householdId]);
  return row?.id ?? tx.actor.userId;
}
