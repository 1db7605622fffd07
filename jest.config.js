/** Every suite runs against real parts; `test/support` starts them once. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

export default {
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', roots: ['<rootDir>/libs', '<rootDir>/apps'], testMatch: ['**/*.spec.ts'] },
    ...['embedded', 'deploy'].map((name) => ({
      ...shared,
      displayName: name,
      roots: [`<rootDir>/test/${name}`],
      testMatch: ['**/*.spec.ts'],
    })),
    ...['api', 'worker', 'access', 'chaos', 'browser'].map((name) => ({
      ...shared,
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/global-teardown.js',
      displayName: name,
      roots: [`<rootDir>/test/${name}`],
      testMatch: ['**/*.spec.ts'],
    })),
  ],
};
