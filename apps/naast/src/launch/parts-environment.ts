import { join } from 'node:path';
import { childEnvironment, type LaunchSettings } from '../environment.js';
import type { EmbeddedIssuer } from '../embedded-issuer.js';
import type { Secrets } from '../secrets.js';

/** What API, worker and administration need to know; what the person set wins. */
export function partsEnvironment(settings: LaunchSettings, secrets: Secrets, appUrl: string, issuer?: EmbeddedIssuer): NodeJS.ProcessEnv {
  const env = childEnvironment({
    DATABASE_URL: appUrl,
    PUBLIC_URL: settings.publicUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    SESSION_SECRET: secrets.sessionSecret,
    BSN_KEYS: secrets.bsnKeys,
    BSN_INDEX_KEY: secrets.bsnIndexKey,
    AUDIT_ANCHOR_FILE: join(settings.dataDir, 'audit-anchor.jsonl'),
    OIDC_ISSUER: issuer?.issuer ?? settings.oidcIssuer ?? `http://localhost:${settings.oidcPort}`,
    OIDC_CLIENT_ID: 'naast',
    OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
  });
  // The parts work as the app role: they have no business with the owner of the tables.
  delete env.MIGRATOR_DATABASE_URL;
  return env;
}
