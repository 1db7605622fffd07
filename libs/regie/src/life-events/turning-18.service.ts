import { Injectable } from '@nestjs/common';
import { addDays, addMonths, type LocalDate, localDateOf, newId } from '#kernel';
import type { HouseholdState } from '#households';
import { Audit, Outbox, type Transaction } from '#platform';
import { eighteenOn, isHelped, isNearlyEighteen, lifeEventSettings } from '../domain/index.js';

interface NearlyAdult {
  readonly id: string;
  readonly householdId: string;
  readonly municipalityId: string;
  readonly birthDate: LocalDate;
  readonly leftOn: LocalDate | null;
  readonly state: HouseholdState;
  /** Proposed, started or withdrawn before: a person decided about it already. */
  readonly known: boolean;
  readonly settings: unknown;
}

const PEOPLE = `SELECT m.id, m.household_id AS "householdId", m.municipality_id AS "municipalityId", m.birth_date AS "birthDate", m.left_on AS "leftOn", h.state,
    EXISTS (SELECT FROM life_event e WHERE e.member_id = m.id AND e.kind = 'turning-18') AS known, c.settings
  FROM household_member m JOIN household h ON h.id = m.household_id JOIN municipality c ON c.id = m.municipality_id`;
const BORN_BETWEEN = `${PEOPLE} WHERE m.municipality_id = $1 AND m.birth_date BETWEEN $2 AND $3 AND m.left_on IS NULL`;
// The family first, as everybody who writes about it does: two jobs at once propose one event.
const LOCK = 'SELECT FROM household h WHERE h.id = (SELECT m.household_id FROM household_member m WHERE m.id = $1) FOR NO KEY UPDATE';
const PROPOSE = `INSERT INTO life_event (id, household_id, municipality_id, member_id, kind, event_on, state, created_at)
  VALUES ($1, $2, $3, $4, 'turning-18', $5, 'proposed', $6) ON CONFLICT DO NOTHING RETURNING id`;

const LONGEST_NOTICE_MONTHS = 12;

/** Half a year before a birthday with which much ends and begins. Naast proposes; what comes in the plan is for people. */
@Injectable()
export class Turning18Service {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Once a day per municipality: a row for everybody who is near, also of days on which nobody looked. */
  async sweep(tx: Transaction): Promise<number> {
    const today = localDateOf(tx.now);
    const eighteenToday = addMonths(today, -12 * 18);
    const people = await tx.query<NearlyAdult>(BORN_BETWEEN, [tx.actor.municipalityId, eighteenToday, addDays(addMonths(eighteenToday, LONGEST_NOTICE_MONTHS), 5)]);
    const near = people.filter((person) => isDue(person, today));
    for (const { id } of near) await this.outbox.add(tx, { kind: 'member.nearly-18', payload: { memberId: id }, dedupeKey: `member.nearly-18:${id}:${today}` });
    return near.length;
  }

  /** Proposes the checklist of one person, once however often it is asked; null when there is nothing to do (any more). */
  async propose(tx: Transaction, memberId: string): Promise<{ id: string; householdId: string } | null> {
    await tx.query(LOCK, [memberId]);
    const [person] = await tx.query<NearlyAdult>(`${PEOPLE} WHERE m.id = $1`, [memberId]);
    if (!person || !isDue(person, localDateOf(tx.now))) return null;
    const { householdId, municipalityId } = person;
    const id = newId();
    const proposed = await tx.query(PROPOSE, [id, householdId, municipalityId, memberId, eighteenOn(person.birthDate), tx.now]);
    if (proposed.length === 0) return null;
    await this.audit.record(tx, { action: 'life-event.proposed', subjectKind: 'life-event', subjectId: id, householdId, details: { memberId } });
    return { id, householdId };
  }
}

const isDue = ({ known, leftOn, state, birthDate, settings }: NearlyAdult, today: LocalDate): boolean =>
  !known && leftOn === null && isHelped(state) && isNearlyEighteen(birthDate, today, lifeEventSettings(settings).noticeMonths);
