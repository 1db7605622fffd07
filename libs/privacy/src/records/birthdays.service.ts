import { Injectable } from '@nestjs/common';
import { isEnded, type HouseholdState } from '#households';
import { localDateOf, type LocalDate, newId } from '#kernel';
import { Audit, type Transaction } from '#platform';
import { type Birthday, BIRTHDAY_TASK, birthdayOn, BIRTHDAYS, birthdaysReached, type RecordKind, RECORDS_TO_REVIEW } from '../domain/index.js';

export interface BirthdayNews {
  /** Once per member and birthday: what a reminder is about. */
  readonly reviewId: string;
  readonly householdId: string;
  readonly task: string;
}

interface Celebrant {
  readonly householdId: string;
  readonly municipalityId: string;
  readonly birthDate: LocalDate;
  readonly state: HouseholdState;
}

const TABLES: Readonly<Record<RecordKind, string>> = { 'legal-basis': 'legal_basis', 'secrecy-release': 'secrecy_release', 'help-agreement': 'help_agreement' };

/** Only what was agreed before that day: who agreed on the day itself did so under the new rule. */
const flag = (table: string): string => `UPDATE ${table} SET review_due_on = $2, review_reason = $3, version = version + 1
  WHERE member_id = $1 AND state IN ('proposed', 'active') AND (recorded_at AT TIME ZONE 'Europe/Amsterdam')::date < $2 RETURNING id`;

/** On the 12th, 16th and 18th birthday somebody else starts to decide, so somebody looks at the records again. */
@Injectable()
export class BirthdaysService {
  constructor(private readonly audit: Audit) {}

  /** Raises the review of one birthday, once however often it is asked; null when there is nothing to do. */
  async raise(tx: Transaction, memberId: string, birthday: number): Promise<BirthdayNews | null> {
    if (!isBirthday(birthday)) return null;
    const [member] = await tx.query<Celebrant>(
      `SELECT m.household_id AS "householdId", m.municipality_id AS "municipalityId", m.birth_date AS "birthDate", h.state
       FROM household_member m JOIN household h ON h.id = m.household_id WHERE m.id = $1 AND m.left_on IS NULL`, [memberId]);
    // The birth date may have been corrected since the sweep, or the person left the family.
    if (!member || isEnded(member.state) || !birthdaysReached(member.birthDate, localDateOf(tx.now)).includes(birthday)) return null;
    const reachedOn = birthdayOn(member.birthDate, birthday);
    const reviewId = newId();
    const { householdId, municipalityId } = member;
    const raised = await tx.query(
      `INSERT INTO birthday_review (id, member_id, household_id, municipality_id, birthday, reached_on, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (member_id, birthday) DO NOTHING RETURNING id`,
      [reviewId, memberId, householdId, municipalityId, birthday, reachedOn, tx.now],
    );
    if (raised.length === 0) return null;
    let records = 0;
    for (const kind of RECORDS_TO_REVIEW[birthday]) records += (await tx.query(flag(TABLES[kind]), [memberId, reachedOn, `birthday-${birthday}`])).length;
    await this.audit.record(tx, { action: 'birthday-review.raised', subjectKind: 'member', subjectId: memberId, householdId, details: { memberId, birthday, records } });
    return { reviewId, householdId, task: BIRTHDAY_TASK[birthday] };
  }
}

const isBirthday = (age: number): age is Birthday => (BIRTHDAYS as readonly number[]).includes(age);
