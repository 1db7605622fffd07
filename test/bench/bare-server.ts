import { createServer } from 'node:http';
import pg from 'pg';
import { newId } from '#kernel';
import { BARE, type BareRead } from './bare-sql.js';
import type { RecordedStatement } from './recording.js';

/** The bare baseline in a process of its own: `node:http` and `pg`, nothing else. Addresses come in as the first message. */
interface Start {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly accept: readonly RecordedStatement[];
}

const isRead = (name: string | undefined): name is BareRead => name !== undefined && Object.hasOwn(BARE, name);

process.once('message', ({ ownerUrl, appUrl, accept }: Start) => {
  // A day is a text on both sides; the default of pg makes a Date of it.
  pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
  const reads = new pg.Pool({ connectionString: ownerUrl, max: 10 });
  const writes = new pg.Pool({ connectionString: appUrl, max: 10, options: '-c plan_cache_mode=force_generic_plan' });

  const read = async (name: BareRead, values: string[]): Promise<unknown> => {
    const { rows } = await reads.query({ ...BARE[name], values });
    return name === 'dossier' ? rows[0] : { items: rows };
  };
  const replay = async (referral: string, household: string): Promise<unknown> => {
    const fill = (value: unknown): unknown =>
      typeof value === 'string' ? value.replaceAll('{referral}', referral).replaceAll('{household}', household).replaceAll('{new}', newId) : value;
    const client = await writes.connect();
    try {
      // Prepared and planned once, as the API does: what is compared is the way there, not the planner.
      for (const [index, { text, values }] of accept.entries()) await client.query({ name: `accept-${index}`, text, values: values?.map(fill) });
      return { id: referral, state: 'accepted', version: 2 };
    } finally {
      client.release();
    }
  };

  const server = createServer((request, response) => {
    const [, name, ...values] = (request.url ?? '').split('/');
    const answer = isRead(name) ? read(name, values) : replay(values[0] ?? '', values[1] ?? '');
    answer.then(
      (body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : undefined);
  });
});
process.once('disconnect', () => process.exit(0));
