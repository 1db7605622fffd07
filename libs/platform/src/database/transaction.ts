import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '#kernel';

/** What a use case holds while it works: the actor, one moment in time, and the database as that actor sees it. */
export class Transaction {
  constructor(
    private readonly runner: QueryRunner,
    readonly actor: Actor,
    readonly now: Date,
  ) {}

  /** Entities, for writes. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Written SQL; rows as PostgreSQL names them. */
  async query<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(text, values, true);
    return (result.records ?? []) as Row[];
  }
}
