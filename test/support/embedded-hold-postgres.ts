import { startEmbeddedPostgres } from '../../apps/naast/src/embedded-postgres.js';
import { asOneLine } from '../../apps/naast/src/launch-error.js';

/** A stand-in for the launcher: starts PostgreSQL, says so on the channel, stops it on SIGTERM. */
const [dataDir = '', port = '0'] = process.argv.slice(2);
startEmbeddedPostgres({ dataDir, port: Number(port) }).then(
  ({ pid, data, superuserUrl, stop }) => {
    process.send?.({ pid, data, superuserUrl });
    process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
  },
  (error: unknown) => {
    process.send?.({ error: asOneLine(error) });
    process.disconnect();
  },
);
