import pg from 'pg';

export interface DatabaseRoles {
  migratorPassword: string;
  appPassword: string;
  database: string;
}

export interface DatabaseUrls {
  migratorUrl: string;
  appUrl: string;
}

export const MIGRATOR = 'naast_migrator';
export const APP = 'naast_app';

/**
 * Makes the two roles and the database, or brings them up to date; harmless to repeat.
 * The migrator owns everything; the app owns nothing and can't bypass row-level security.
 */
export async function prepareDatabase(superuserUrl: string, roles: DatabaseRoles): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Two starts at once must not both try to create what is missing.
    await client.query(`SELECT pg_advisory_lock(hashtext('naast.prepare-database'))`);
    await ensureRole(client, MIGRATOR, roles.migratorPassword);
    await ensureRole(client, APP, roles.appPassword);
    // A refused statement names what was in it ("Failing row contains (…)"): the server's own log would fill with persons.
    // The application logs the code and the constraint of an error itself, without values.
    await client.query(`ALTER ROLE ${APP} SET log_min_messages = 'fatal'`);
    await ensureDatabase(client, roles.database);
  } finally {
    await client.end();
  }
  return {
    migratorUrl: urlFor(superuserUrl, MIGRATOR, roles.migratorPassword, roles.database),
    appUrl: urlFor(superuserUrl, APP, roles.appPassword, roles.database),
  };
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (!found.rowCount) {
    // A hosted superuser is no real one: it may hand out only what it is a member of.
    await client.query(`GRANT ${MIGRATOR} TO CURRENT_USER`);
    await client.query(`CREATE DATABASE ${name} OWNER ${MIGRATOR} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`);
  }
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  // TEMPORARY: BullMQ adds jobs in bulk through a temporary table.
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${APP}`);
}

function urlFor(superuserUrl: string, user: string, password: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
