import { Injectable } from '@nestjs/common';
import { type Actor, assertAllowed, DomainError, localDateOf, newId } from '#kernel';
import { Audit, Outbox, refuseOnConstraint, type Transaction, UnitOfWork } from '#platform';
import { type DestructionListState, mayApproveDestruction, mayManageRetention, transitionDestructionList } from '../domain/index.js';
import { addItems, findRecordsToDestroy, type RecordToDestroy, settingsHere } from './records-to-destroy.js';

refuseOnConstraint('nobody_approves_their_own_list', 'destruction-list.approve', 'Je hebt deze lijst zelf gemaakt. Vraag een andere privacyfunctionaris om akkoord.', 'forbidden');
refuseOnConstraint('one_open_destruction_item', 'destruction-item.on-other-list', 'Dit dossier staat al op een andere lijst.');

export interface HeldList {
  readonly id: string;
  readonly municipalityId: string;
  readonly madeBy: string | null;
  readonly state: DestructionListState;
  readonly version: number;
  readonly toDestroy: number;
  readonly failed: number;
}

export const listNotFound = (): DomainError => new DomainError('destruction-list.not-found', 'Deze lijst bestaat niet, of je mag hem niet zien.', { kind: 'not-found' });
const stale = (): DomainError => new DomainError('destruction-list.stale', 'Deze lijst is net gewijzigd. Lees hem opnieuw.', { kind: 'stale' });
const nothing = (): DomainError => new DomainError('destruction-list.nothing', 'Er is nu geen dossier waarvan de bewaartermijn voorbij is.', { kind: 'refused' });

/** A destruction list: made, agreed to or taken back. What it destroys is up to the worker. */
@Injectable()
export class DestructionListsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** By hand. Throws `refused` when no term is over. */
  make(actor: Actor): Promise<{ id: string }> {
    return this.work.run(actor, async (tx) => {
      assertAllowed(mayManageRetention(actor, actor), 'destruction-list.make');
      const records = await findRecordsToDestroy(tx, (await settingsHere(tx)).listSize);
      if (records.length === 0) throw nothing();
      return { id: await this.write(tx, records, null) };
    });
  }

  /** By the calendar, once a month per municipality and only when there is something. Answers the id of a list that is new. */
  async makeOfMonth(tx: Transaction): Promise<string | undefined> {
    const { monthlyList, listSize } = await settingsHere(tx);
    if (!monthlyList) return undefined;
    const month = localDateOf(tx.now).slice(0, 7);
    await waitForTurn(tx);
    const [made] = await tx.query('SELECT FROM destruction_list WHERE municipality_id = $1 AND month = $2', [tx.actor.municipalityId, month]);
    const records = made ? [] : await findRecordsToDestroy(tx, listSize);
    return records.length > 0 ? this.write(tx, records, month) : undefined;
  }

  /** From here on it can't be undone. Throws `stale` when somebody changed the list since it was read. */
  approve(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const list = await this.hold(tx, id, version);
      assertAllowed(mayApproveDestruction(actor, list), 'destruction-list.approve');
      const state = transitionDestructionList(list.state, 'approve', list);
      await tx.query('UPDATE destruction_list SET state = $2, approved_by = $3, approved_at = $4, version = version + 1 WHERE id = $1', [id, state, actor.userId, tx.now]);
      await this.audit.record(tx, { action: 'destruction-list.approved', subjectKind: 'destruction-list', subjectId: id, details: { records: list.toDestroy } });
      await this.order(tx, id, 'proposed');
    });
  }

  withdraw(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const list = await this.hold(tx, id, version);
      assertAllowed(mayManageRetention(actor, list), 'destruction-list.withdraw');
      const state = transitionDestructionList(list.state, 'withdraw', list);
      await tx.query(
        `UPDATE destruction_list SET state = $2, withdrawn_by = $3, withdrawn_at = $4, withdrawal_reason = $5, version = version + 1 WHERE id = $1`,
        [id, state, actor.userId, tx.now, reason],
      );
      await tx.query(`UPDATE destruction_item SET state = 'kept', kept_because = 'list-withdrawn', version = version + 1 WHERE list_id = $1 AND state = 'proposed'`, [id]);
      await this.audit.record(tx, { action: 'destruction-list.withdrawn', subjectKind: 'destruction-list', subjectId: id });
    });
  }

  /** What did not succeed is tried once more. */
  retry(actor: Actor, id: string, version: number): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const list = await this.hold(tx, id, version);
      assertAllowed(mayManageRetention(actor, list), 'destruction-list.retry');
      transitionDestructionList(list.state, 'retry', list);
      await tx.query('UPDATE destruction_list SET version = version + 1 WHERE id = $1', [id]);
      await this.audit.record(tx, { action: 'destruction-list.retried', subjectKind: 'destruction-list', subjectId: id, details: { records: list.failed } });
      await this.order(tx, id, 'failed');
    });
  }

  /** Locks the list and counts what is on it. `version` undefined: the caller holds another thing's version. */
  async hold(tx: Transaction, id: string, version?: number): Promise<HeldList> {
    const [list] = await tx.query<Omit<HeldList, 'toDestroy' | 'failed'>>(
      `SELECT id, municipality_id AS "municipalityId", made_by AS "madeBy", state, version FROM destruction_list WHERE id = $1 FOR UPDATE`, [id]);
    if (!list) throw listNotFound();
    if (version !== undefined && list.version !== version) throw stale();
    // After the lock: what another transaction did to the items in the meantime counts.
    const [counts] = await tx.query<{ toDestroy: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state = 'proposed') AS "toDestroy", count(*) FILTER (WHERE state = 'failed') AS failed FROM destruction_item WHERE list_id = $1`, [id]);
    return { ...list, toDestroy: counts?.toDestroy ?? 0, failed: counts?.failed ?? 0 };
  }

  private async write(tx: Transaction, records: readonly RecordToDestroy[], month: string | null): Promise<string> {
    const id = newId();
    await waitForTurn(tx);
    await tx.query(
      `INSERT INTO destruction_list (id, municipality_id, number, made_at, made_by, month, state)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, nullif($4, '')::uuid, $5, 'proposed' FROM destruction_list WHERE municipality_id = $2`,
      [id, tx.actor.municipalityId, tx.now, tx.actor.userId, month],
    );
    await addItems(tx, id, records);
    await this.audit.record(tx, { action: 'destruction-list.made', subjectKind: 'destruction-list', subjectId: id, details: { records: records.length } });
    return id;
  }

  /** One row of work per record: a worker that stops goes on, and two workers share them. */
  private async order(tx: Transaction, listId: string, state: 'proposed' | 'failed'): Promise<void> {
    const items = await tx.query<{ id: string; version: number }>('SELECT id, version FROM destruction_item WHERE list_id = $1 AND state = $2 ORDER BY case_number', [listId, state]);
    for (const { id, version } of items) {
      await this.outbox.add(tx, { kind: 'destruction-item.approved', payload: { itemId: id }, dedupeKey: `destroy:${id}:${version}` });
    }
  }
}

/** One list at a time per municipality: numbers follow each other and no record stands on two. */
const waitForTurn = (tx: Transaction): Promise<unknown> =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtext('naast-destruction-list'), hashtext($1))`, [tx.actor.municipalityId]);
