import { existsSync } from 'node:fs';

/** Every suite runs against real parts; `test/support` starts them once. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** One missing folder would stop every other suite; `npm test` fails on the one that is missing. */
function isThere(name) {
  return existsSync(new URL(`test/${name}`, import.meta.url));
}

export default {
  // Wide, because a test must not fail for a busy machine; what hangs is ended by test/run.js.
  testTimeout: 90_000,
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/libs', '<rootDir>/apps'], testMatch: ['**/*.spec.ts'] },
    ...['embedded', 'deploy'].filter(isThere).map((name) => ({
      ...shared,
      displayName: name,
      roots: [`<rootDir>/test/${name}`],
      testMatch: ['**/*.spec.ts'],
    })),
    ...['api', 'worker', 'access', 'chaos', 'browser'].filter(isThere).map((name) => ({
      ...shared,
      // The browser suites need the whole product; all others a database and the issuer.
      globalSetup: `<rootDir>/test/${name === 'browser' ? 'browser/' : ''}support/global-setup.js`,
      globalTeardown: `<rootDir>/test/${name === 'browser' ? 'browser/' : ''}support/global-teardown.js`,
      displayName: name,
      roots: [`<rootDir>/test/${name}`],
      testMatch: ['**/*.spec.ts'],
    })),
  ],
};
