import pg from 'pg';

type Asked = { readonly name?: string; readonly text?: string } | string | undefined;

/** Which statements reach PostgreSQL while something is done, in their order. The application runs in this process. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prototype = pg.Client.prototype as unknown as { query: (...values: unknown[]) => unknown };
  const { query } = prototype;
  const seen: string[] = [];
  prototype.query = function (this: unknown, ...values: unknown[]): unknown {
    const asked = values[0] as Asked;
    seen.push(typeof asked === 'string' ? asked : (asked?.name ?? asked?.text ?? ''));
    return query.apply(this, values);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return seen;
}
