import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '#kernel';

const names = new Map<string, string>();

/** Same text, same name: PostgreSQL parses and plans it once per connection. Written SQL is a finite set. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `w_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** What a use case holds while it works: the actor, one moment in time, and the database as that actor sees it. */
export class Transaction {
  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.ClientBase,
    readonly actor: Actor,
    readonly now: Date,
  ) {}

  /** Entities, for writes. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Written SQL, prepared; values only as parameters. Rows as PostgreSQL names them. */
  async query<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query({ name: nameOf(text), text, values });
    return rows as Row[];
  }
}
