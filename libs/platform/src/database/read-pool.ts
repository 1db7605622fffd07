import pg from 'pg';

export const READ_POOL = Symbol('read-pool');

// A day has no time zone: `date` stays 'YYYY-MM-DD', or Amsterdam's midnight becomes the day before in UTC.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
// Cents and counts fit in a double up to 2^53; a text would silently concatenate instead of add.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('bigint outside the exact range');
  return number;
});

// With the policies written into it a statement takes longer to plan (1-2 ms) than to run. PostgreSQL's own guess plans anew for
// every call as soon as a LIMIT looks cheaper with the values known; the statements here are written for one plan.
export const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

/** Connections that send a whole transaction in one go (see UnitOfWork.read). `lost` hears of an idle one that broke: the pool replaces it. */
export function createReadPool(connectionString: string, max: number, lost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'naast-read', options: ONE_PLAN });
  // One that breaks in somebody's hands, between two statements: the pool listens to idle ones only, and Node ends a process in
  // which nobody hears an error. Whoever holds it gets the error of their own statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool.on('error', lost);
}
