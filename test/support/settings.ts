import { plainToInstance } from 'class-transformer';
import { Settings } from '#platform';

/** Settings of a real installation, against the spec's own database and the stage's issuer. Keys are made up here. */
export const specSettings = (databaseUrl: string, more: Partial<Settings> = {}): Settings =>
  plainToInstance(Settings, {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    OIDC_ISSUER: process.env['NAAST_TEST_ISSUER'],
    OIDC_CLIENT_SECRET: process.env['NAAST_TEST_CLIENT_SECRET'],
    SESSION_SECRET: 'a-session-secret-for-specs-only-0123456789',
    BSN_KEYS: `spec:${Buffer.alloc(32, 7).toString('base64')}`,
    BSN_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
    LOG_LEVEL: process.env['SPEC_LOG'] ?? 'silent',
    DATABASE_POOL: 8,
    ...more,
  }, { exposeDefaultValues: true });
