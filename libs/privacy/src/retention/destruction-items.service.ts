import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, type LocalDate, localDateOf } from '#kernel';
import { Audit, type Transaction, UnitOfWork } from '#platform';
import { allowedItemActions, checkHoldUntil, DESTRUCTION_ITEM_STATES, type DestructionItemState, type KeptBecause, mayManageRetention } from '../domain/index.js';
import { DestructionListsService } from './destruction-lists.service.js';
import { holdRecord, liftHold } from './legal-holds.service.js';

interface HeldItem {
  readonly id: string;
  readonly householdId: string;
  readonly caseNumber: string;
  readonly state: DestructionItemState;
  readonly keptBecause: KeptBecause | null;
  readonly holdId: string | null;
  readonly version: number;
}

export interface KeepInput {
  readonly reason: string;
  readonly until?: LocalDate;
}

const HOLD = `SELECT id, household_id AS "householdId", case_number AS "caseNumber", state, kept_because AS "keptBecause", hold_id AS "holdId", version
  FROM destruction_item WHERE id = $1 AND list_id = $2 FOR UPDATE`;

const notFound = (): DomainError => new DomainError('destruction-item.not-found', 'Dit dossier staat niet op deze lijst, of je mag het niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('destruction-item.stale', 'Dit is net gewijzigd. Lees de lijst opnieuw.', { kind: 'stale' });

/** One record on the list: keep it after all, or put it back. */
@Injectable()
export class DestructionItemsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: DestructionListsService,
    private readonly audit: Audit,
  ) {}

  /** Holds the record, so that it does not come back on the list of next month. */
  keep(actor: Actor, listId: string, itemId: string, { reason, until }: KeepInput, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const item = await this.hold(tx, listId, itemId, 'keep', version);
      checkHoldUntil(until, localDateOf(tx.now));
      const holdId = await holdRecord(tx, this.audit, { householdId: item.householdId, caseNumber: item.caseNumber, kind: 'other', reason, until });
      await tx.query(
        `UPDATE destruction_item SET state = 'kept', kept_because = 'officer', kept_reason = $2, kept_until = $3, kept_by = $4, hold_id = $5, failure_code = NULL, version = version + 1 WHERE id = $1`,
        [itemId, reason, until ?? null, actor.userId, holdId],
      );
      await this.tell(tx, 'destruction-item.kept', listId, item);
    });
  }

  undo(actor: Actor, listId: string, itemId: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const item = await this.hold(tx, listId, itemId, 'undo', version);
      if (item.holdId) await liftHold(tx, this.audit, item.holdId);
      await tx.query(
        `UPDATE destruction_item SET state = 'proposed', kept_because = NULL, kept_reason = NULL, kept_until = NULL, kept_by = NULL, hold_id = NULL, version = version + 1 WHERE id = $1`,
        [itemId],
      );
      await this.tell(tx, 'destruction-item.put-back', listId, item);
    });
  }

  private async hold(tx: Transaction, listId: string, itemId: string, action: 'keep' | 'undo', version: number): Promise<HeldItem> {
    const list = await this.lists.hold(tx, listId);
    assertAllowed(mayManageRetention(tx.actor, list), `destruction-item.${action}`);
    const [item] = await tx.query<HeldItem>(HOLD, [itemId, listId]);
    if (!item) throw notFound();
    if (item.version !== version) throw stale();
    if (!allowedItemActions(list.state, item.state, item.keptBecause).includes(action)) {
      throw new DomainError(`destruction-item.${action}`, `Dit kan nu niet meer. Dit dossier is: ${DESTRUCTION_ITEM_STATES[item.state]}.`, { kind: 'conflict' });
    }
    return item;
  }

  /** The list changed with it: who agrees, agrees to what they saw. */
  private async tell(tx: Transaction, action: string, listId: string, { id, householdId }: HeldItem): Promise<void> {
    await tx.query('UPDATE destruction_list SET version = version + 1 WHERE id = $1', [listId]);
    await this.audit.record(tx, { action, subjectKind: 'destruction-item', subjectId: id, householdId, details: { listId } });
  }
}
