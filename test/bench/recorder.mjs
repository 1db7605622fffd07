// Loaded before the API: tells the bench which statements it sends to PostgreSQL.
import pg from 'pg';

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function recorded(config, values, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (typeof text === 'string') process.send?.({ text, values: (Array.isArray(values) ? values : config.values)?.map(plain) });
  return query.call(this, config, values, ...rest);
};

const plain = (value) => (value instanceof Date ? value.toISOString() : value);
