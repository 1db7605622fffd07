import pg from 'pg';

export interface SpecDatabase {
  /** Role `naast_app`, as the API and the worker use it. */
  readonly appUrl: string;
  readonly migratorUrl: string;
  /** Looks past row-level security, to see what really stands there. */
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const address = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this suite needs test/support/global-setup.js`);
  return value;
};

let count = 0;

/** A fresh copy of the migrated, peopled template; each spec file has its own. */
export async function freshDatabase(): Promise<SpecDatabase> {
  const superuserUrl = address('NAAST_TEST_SUPERUSER_URL');
  const name = `spec_${process.pid}_${(count += 1)}`;
  await asSuperuser(superuserUrl, `CREATE DATABASE ${name} TEMPLATE naast OWNER naast_migrator`);
  await asSuperuser(superuserUrl, `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO naast_app`);
  const at = (variable: string): string => Object.assign(new URL(address(variable)), { pathname: `/${name}` }).href;
  const owner = new pg.Pool({ connectionString: at('NAAST_TEST_MIGRATOR_URL'), max: 2 }).on('error', () => undefined);
  return {
    appUrl: at('NAAST_TEST_APP_URL'),
    migratorUrl: at('NAAST_TEST_MIGRATOR_URL'),
    query: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
    drop: async () => {
      await owner.end();
      await asSuperuser(superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asSuperuser(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
