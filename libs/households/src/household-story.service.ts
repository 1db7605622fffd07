import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '#kernel';
import type { Transaction } from '#platform';
import { Household } from './household.entity.js';

export const householdNotFound = (): DomainError =>
  new DomainError('household.not-found', 'Dit gezin bestaat niet, of je mag het niet zien.', { kind: 'not-found' });

export const staleHousehold = (): DomainError =>
  new DomainError('household.stale', 'Iemand anders heeft dit gezin net gewijzigd. Lees het opnieuw en probeer het dan nog eens.', { kind: 'stale' });

/** What every room needs of a household inside its own transaction: hold it, and add a line to its story. */
@Injectable()
export class HouseholdStory {
  /** Locks the household as the actor may see it. Throws `not-found` for what does not exist and for what is not theirs. */
  async hold(tx: Transaction, householdId: string): Promise<Household> {
    const household = await tx.manager.findOne(Household, { where: { id: householdId }, lock: { mode: 'pessimistic_write' } });
    if (!household) throw householdNotFound();
    return household;
  }

  /** Seeing a family on a list is not having a task in its dossier, nor is break-glass. Throws `not-found` without a reason in `household_access`. */
  async requireInvolvement(tx: Transaction, householdId: string): Promise<void> {
    const found = await tx.query(`SELECT FROM household_access WHERE household_id = $1 AND user_id = $2 AND reason <> 'break-glass' LIMIT 1`, [householdId, tx.actor.userId]);
    if (found.length === 0) throw householdNotFound();
  }

  /** One readable line in the family's story. No personal data beyond what the dossier itself shows. */
  async tell(tx: Transaction, householdId: string, kind: string, text: string): Promise<void> {
    await tx.query(
      `INSERT INTO household_event (id, household_id, municipality_id, at, kind, text, by_user_id)
       VALUES ($1, $2, $3, $4, $5, $6, nullif($7, '')::uuid)`,
      [newId(), householdId, tx.actor.municipalityId, tx.now, kind, text, tx.actor.userId],
    );
  }
}
