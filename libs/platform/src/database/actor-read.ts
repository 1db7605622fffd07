import pg from 'pg';
import type { Actor } from '#kernel';
import { actorSettings, SET_ACTOR } from './actor-settings.js';

/** The two faces of pg that its types leave out: the messages on the wire, and what a query does with the answers. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  bind(message: { statement: string; values: string[] }): void;
  execute(message: object): void;
}
interface QueryInside {
  submit(wire: unknown): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}
type Answered = (error: Error | null, result: pg.QueryResult) => void;
const Query = pg.Query as unknown as new (config: pg.QueryConfig, callback: Answered) => QueryInside;

const ACTOR = { name: 'set-actor', text: SET_ACTOR };
const prepared = new WeakSet<pg.ClientBase>();

/**
 * One read as one actor in one message to PostgreSQL and one message back: set the actor, select, sync. PostgreSQL runs what
 * stands before a sync as one transaction and skips the rest after an error. So the settings end with the read, its audit
 * line stands or falls with it, and when the actor can't be set there are no rows.
 */
class ActorRead extends Query {
  private actorIsSet = false;

  constructor(read: pg.QueryConfig, private readonly settings: string[], answered: Answered) {
    super(read, answered);
  }

  override submit(connection: unknown): Error | null {
    const wire = connection as Wire;
    wire.stream.cork();
    try {
      wire.bind({ statement: ACTOR.name, values: this.settings });
      wire.execute({});
      return super.submit(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.actorIsSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.actorIsSet) super.handleCommandComplete(message, wire);
    this.actorIsSet = true;
  }
}

/** Runs a prepared read as this actor on a connection that serves one read at a time. */
export async function readAsActor<Row>(client: pg.ClientBase, actor: Actor, read: pg.QueryConfig): Promise<Row[]> {
  if (!prepared.has(client)) {
    // Outside a transaction a local setting is gone before the next statement: this only prepares.
    await client.query({ ...ACTOR, values: ['', '', '', '', '{}', '', 'on', '', '', ''] });
    prepared.add(client);
  }
  return new Promise((resolve, reject) => {
    const answered: Answered = (error, result) => (error ? reject(error) : resolve(result.rows as Row[]));
    client.query(new ActorRead(read, actorSettings(actor, 'off'), answered) as pg.Submittable);
  });
}
