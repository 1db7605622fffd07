import { Injectable } from '@nestjs/common';
import { Audit, type Transaction } from '#platform';
import { type KeptBecause, transitionDestructionList } from '../domain/index.js';
import { DestructionListsService } from './destruction-lists.service.js';

type Outcome = 'destroyed' | 'kept' | Exclude<KeptBecause, 'officer' | 'list-withdrawn'>;

/** Another moment may help against these: somebody held a row, the server went away. */
const PASSING = /^(40|08|55P03|57)/;

/** Carries out what a privacy officer agreed to, one record per transaction. */
@Injectable()
export class DestructionService {
  constructor(
    private readonly lists: DestructionListsService,
    private readonly audit: Audit,
  ) {}

  /** One record. Harmless to repeat. Answers the id of the list when this was the last of it. */
  async carryOut(tx: Transaction, itemId: string): Promise<string | undefined> {
    const [item] = await tx.query<{ listId: string }>('SELECT list_id AS "listId" FROM destruction_item WHERE id = $1', [itemId]);
    if (!item) return undefined;
    const outcome = await this.destroy(tx, itemId);
    if (outcome !== 'destroyed' && outcome !== 'kept' && outcome !== undefined) await this.keep(tx, item.listId, itemId, outcome);
    return this.goOn(tx, item.listId);
  }

  private async destroy(tx: Transaction, itemId: string): Promise<Outcome | undefined> {
    await tx.query('SAVEPOINT destruction');
    try {
      const [row] = await tx.query<{ outcome: Outcome }>('SELECT access.destroy_household($1) AS outcome', [itemId]);
      return row?.outcome;
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'unknown';
      if (PASSING.test(code)) throw error;
      // Half a destruction is none. Whoever looks at the list sees that it failed, and with which code.
      await tx.query('ROLLBACK TO SAVEPOINT destruction');
      await tx.query(`UPDATE destruction_item SET state = 'failed', failure_code = $2, version = version + 1 WHERE id = $1`, [itemId, code]);
      return undefined;
    }
  }

  private async keep(tx: Transaction, listId: string, itemId: string, because: KeptBecause): Promise<void> {
    const [item] = await tx.query<{ householdId: string }>(
      `UPDATE destruction_item SET state = 'kept', kept_because = $2, failure_code = NULL, version = version + 1 WHERE id = $1 RETURNING household_id AS "householdId"`, [itemId, because]);
    await this.audit.record(tx, { action: 'destruction-item.kept', subjectKind: 'destruction-item', subjectId: itemId, householdId: item?.householdId, details: { listId, because } });
  }

  private async goOn(tx: Transaction, listId: string): Promise<string | undefined> {
    const list = await this.lists.hold(tx, listId);
    if (list.state === 'approved') await this.move(tx, listId, transitionDestructionList('approved', 'start', list));
    if (list.toDestroy + list.failed > 0 || list.state === 'done') return undefined;
    await this.move(tx, listId, transitionDestructionList('carrying-out', 'finish', list));
    await this.audit.record(tx, { action: 'destruction-list.done', subjectKind: 'destruction-list', subjectId: listId });
    return listId;
  }

  private async move(tx: Transaction, listId: string, state: string): Promise<void> {
    await tx.query(`UPDATE destruction_list SET state = $2, done_at = CASE WHEN $2 = 'done' THEN $3::timestamptz END, version = version + 1 WHERE id = $1`, [listId, state, tx.now]);
  }
}
