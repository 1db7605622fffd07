import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { Actor } from '#kernel';
import { Clock } from '../clock/clock.js';
import { readAsActor } from './actor-read.js';
import { actorSettings, SET_ACTOR } from './actor-settings.js';
import { translateRefusal } from './constraint-refusals.js';
import { READ_POOL } from './read-pool.js';
import { claimRetry, keepResult } from './retry-claim.js';
import { Transaction } from './transaction.js';

/** A prepared read: the name is PostgreSQL's handle for its plan, so it must be unique. */
export interface Read {
  readonly name: string;
  readonly text: string;
}

/** The only way to the database. Without an actor there is no transaction, and without a transaction no row. */
@Injectable()
export class UnitOfWork {
  private readonly inRequest = new WeakSet<Actor>();

  constructor(
    private readonly source: DataSource,
    @Inject(READ_POOL) private readonly reads: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * One use case, one transaction: either everything it wrote stands (change, audit, outbox) or nothing does.
   * With a retry key the first transaction of the request claims it and a repeat gets the first result.
   */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.refuseSecond(actor);
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const tx = new Transaction(runner, (await runner.connect()) as pg.ClientBase, actor, this.clock.now());
      await tx.query(SET_ACTOR, actorSettings(actor, 'on'));
      const result = await this.once(tx, actor, work);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw translateRefusal(error);
    } finally {
      await runner.release();
    }
  }

  /** One read in one round trip, in a transaction of its own as this actor. */
  async read<Row>(actor: Actor, read: Read, values: unknown[] = []): Promise<Row[]> {
    const client = await this.reads.connect();
    try {
      return await readAsActor<Row>(client, actor, { ...read, values });
    } finally {
      client.release();
    }
  }

  /** One request, one transaction: a second one would not be covered by the retry key of the first, nor by its rollback. */
  private refuseSecond(actor: Actor): void {
    if (!actor.requestId) return;
    if (this.inRequest.has(actor)) throw new Error('this request already had its transaction');
    this.inRequest.add(actor);
  }

  private async once<T>(tx: Transaction, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!actor.retry) return work(tx);
    const claimed = await claimRetry(tx, actor, actor.retry);
    if (claimed) return claimed.replayed as T;
    const result = await work(tx);
    await keepResult(tx, actor, actor.retry, result);
    return result;
  }
}
