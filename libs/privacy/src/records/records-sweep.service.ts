import { Injectable } from '@nestjs/common';
import { addDays, addMonths, localDateOf, type LocalDate } from '#kernel';
import { Outbox, type Transaction } from '#platform';
import { BIRTHDAYS, birthdaysReached, LOOK_BACK_DAYS, REMIND_DAYS } from '../domain/index.js';

const OVER = (table: string): string => `SELECT id FROM ${table} WHERE municipality_id = $1 AND state IN ('proposed', 'active') AND valid_until <= $2`;

/** Without an alarm of its own: recorded before there were alarms, or brought in by another way than the use case. */
const UNREMINDED = (table: string, kind: string): string => `SELECT r.id FROM ${table} r
  WHERE r.municipality_id = $1 AND r.state IN ('proposed', 'active') AND r.valid_until > $2 AND r.valid_until <= $3
    AND NOT EXISTS (SELECT FROM outbox o WHERE o.dedupe_key = '${kind}.expiring:' || r.id)`;

// A day wider than needed, for who was born on 29 February; the rule itself decides.
const CELEBRANTS = `SELECT m.id, m.birth_date AS "birthDate" FROM household_member m
  WHERE m.municipality_id = $1 AND m.birth_date > $2 AND m.birth_date <= $3 AND m.left_on IS NULL
    AND NOT EXISTS (SELECT FROM birthday_review v WHERE v.member_id = m.id AND v.birthday = $4)`;

/**
 * The safety net under the alarms, once a day per municipality: what is over and still open, what ends soon without an alarm,
 * and who had a birthday, also on the days on which nobody looked. It only adds outbox rows; each of those decides for itself.
 */
@Injectable()
export class RecordsSweepService {
  constructor(private readonly outbox: Outbox) {}

  async sweep(tx: Transaction): Promise<number> {
    const today = localDateOf(tx.now);
    return (await this.over(tx, today)) + (await this.unreminded(tx, today)) + (await this.birthdays(tx, today));
  }

  private async over(tx: Transaction, today: LocalDate): Promise<number> {
    let found = 0;
    for (const [table, kind] of [['legal_basis', 'legal-basis'], ['secrecy_release', 'secrecy-release']] as const) {
      const rows = await tx.query<{ id: string }>(OVER(table), [tx.actor.municipalityId, today]);
      // The key of the day: an alarm of its own that rang in vain does not hold this one back.
      for (const { id } of rows) await this.outbox.add(tx, { kind: `${kind}.expire`, payload: { recordId: id }, dedupeKey: `${kind}.expire:${id}:${today}` });
      found += rows.length;
    }
    return found;
  }

  private async unreminded(tx: Transaction, today: LocalDate): Promise<number> {
    let found = 0;
    for (const [table, kind] of [['legal_basis', 'legal-basis'], ['secrecy_release', 'secrecy-release']] as const) {
      const rows = await tx.query<{ id: string }>(UNREMINDED(table, kind), [tx.actor.municipalityId, today, addDays(today, REMIND_DAYS)]);
      for (const { id } of rows) await this.outbox.add(tx, { kind: `${kind}.expiring`, payload: { recordId: id }, dedupeKey: `${kind}.expiring:${id}:${today}` });
      found += rows.length;
    }
    return found;
  }

  private async birthdays(tx: Transaction, today: LocalDate): Promise<number> {
    let found = 0;
    for (const age of BIRTHDAYS) {
      const born = addMonths(today, -12 * age);
      const rows = await tx.query<{ id: string; birthDate: LocalDate }>(CELEBRANTS, [tx.actor.municipalityId, addDays(born, -LOOK_BACK_DAYS - 1), addDays(born, 1), age]);
      for (const { id } of rows.filter(({ birthDate }) => birthdaysReached(birthDate, today).includes(age))) {
        await this.outbox.add(tx, { kind: 'member.birthday', payload: { memberId: id, birthday: String(age) }, dedupeKey: `member.birthday:${id}:${age}` });
        found += 1;
      }
    }
    return found;
  }
}
