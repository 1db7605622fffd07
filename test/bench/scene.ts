import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '#platform';
import { startEmbeddedIssuer } from '../../apps/naast/src/embedded-issuer.js';
import { startEmbeddedPostgres } from '../../apps/naast/src/embedded-postgres.js';
import { migrateAll } from '../../apps/naast/src/launch/migrations.js';
import { loadSecrets } from '../../apps/naast/src/secrets.js';
import { load } from './load.js';
import type { Scene } from './measures.js';
import { type Api, recorder, startApi, startBare, tokenOf, withoutGate } from './parts.js';
import { type Accepted, asPattern, type RecordedStatement } from './recording.js';

export interface OpenScene extends Scene {
  readonly pid: number;
  readonly superuserUrl: string;
  readonly loadSeconds: number;
  /** The same API, whose dossiers ask and tell nothing about who sees what. */
  startWithoutGate(): Promise<string>;
  close(): Promise<void>;
}

interface Ids {
  readonly regisseurId: string;
  readonly municipalityId: string;
  readonly teamId: string;
}

/** PostgreSQL with its ordinary settings (fsync, synchronous commit), the data, the API as built, and the bare server beside it. */
export async function openScene(households: number, apiArgs: string[], { spread = 0 } = {}): Promise<OpenScene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'naast-bench-'));
  await chmod(dataDir, 0o755);
  const secrets = await loadSecrets(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, port: 0 });
  const { migratorUrl, appUrl } = await prepareDatabase(postgres.superuserUrl, { ...secrets, database: 'naast' });
  await migrateAll(migratorUrl);
  const { families, seconds } = await load(postgres.superuserUrl, households, spread);
  const issuer = await startEmbeddedIssuer({ port: 0, publicUrl: 'http://localhost:3000', secrets });
  const tokens = { regisseur: await tokenOf(issuer, 'regisseur'), 'team-lead': await tokenOf(issuer, 'team-lead'), gkb: await tokenOf(issuer, 'gkb') };
  const { ids, referrals } = await lookUp(migratorUrl);
  const nextReferral = (): Accepted => referrals.pop() ?? outOfReferrals();
  const recording = await startApi(appUrl, issuer, secrets, recorder());
  const accept = await recordAcceptance(recording, nextReferral(), tokens.gkb);
  const bare = await startBare(migratorUrl, appUrl, accept);
  const api = await startApi(appUrl, issuer, secrets, apiArgs);
  const more: Api[] = [];
  return {
    startWithoutGate: async () => {
      const other = await startApi(appUrl, issuer, secrets, withoutGate());
      more.push(other);
      return other.url;
    },
    ...ids, families, tokens, nextReferral, api: api.url, bare: bare.url, pid: api.pid, superuserUrl: postgres.superuserUrl, loadSeconds: seconds,
    close: async () => {
      await Promise.all([...[api, ...more, bare].map((part) => part.stop()), issuer.stop()]);
      await postgres.stop();
      if (postgres.data !== join(dataDir, 'postgres')) await rm(join(postgres.data, '..'), { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One acceptance of the real API, statement by statement: that is what the bare side repeats. */
async function recordAcceptance(api: Api, accepted: Accepted, token: string): Promise<RecordedStatement[]> {
  const since = Date.now();
  const answer = await fetch(`${api.url}/v1/referrals/${accepted.referral}/acceptance`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' }, body: '{}',
  });
  if (!answer.ok) throw new Error(`the acceptance to repeat was refused: ${answer.status} ${await answer.text()}`);
  await api.stop();
  return asPattern(api.statements, accepted, since);
}

async function lookUp(ownerUrl: string): Promise<{ ids: Ids; referrals: Accepted[] }> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  const { rows: [ids] } = await db.query<Ids>(`SELECT u.id AS "regisseurId", t.municipality_id AS "municipalityId", t.id AS "teamId"
    FROM app_user u, team t WHERE u.subject = 'regisseur' AND t.name = 'WIJ Noord'`);
  // Of other families than those that are read, so that the reads stay what they are.
  const { rows: referrals } = await db.query<Accepted>(`SELECT id AS referral, household_id AS household FROM referral WHERE regisseur_id <> $1 ORDER BY md5(id::text)`, [ids?.regisseurId]);
  await db.end();
  if (!ids) throw new Error('the bench found no regisseur');
  return { ids, referrals };
}

function outOfReferrals(): never {
  throw new Error('all referrals are answered: load more households or take shorter rounds');
}
