/**
 * What `npm test` does, in the order in which steps are begun. `cores` is how many a step keeps busy, `after` what it needs
 * first, `needs` a program that must be on the machine. Every `suite` is a project of jest.config.js. Suites that watch a
 * clock get the machine for themselves, with `workers` of one.
 */
const npm = (script) => ['npm', 'run', '--silent', script];

export const STEPS = [
  { name: 'build', command: npm('build'), cores: 1 },
  { name: 'lint', command: npm('lint'), cores: 1 },
  { name: 'types', command: npm('types'), cores: 1 },
  { name: 'lock file', command: ['node', 'test/run/lock-file.js'], cores: 1 },
  { name: 'import rules', command: npm('imports'), cores: 1 },
  { name: 'openapi is current', command: ['node', 'test/run/openapi-current.js'], cores: 1 },
  { name: 'unit', suite: 'unit', cores: 2 },
  { name: 'api on PostgreSQL', suite: 'api', cores: 2 },
  { name: 'worker on PostgreSQL and Redis', suite: 'worker', cores: 1, partly: 'redis-server' },
  { name: 'access', suite: 'access', cores: 1 },
  { name: 'deploy', suite: 'deploy', cores: 1 },
  { name: 'chaos', suite: 'chaos', cores: 1 },
  { name: 'embedded', suite: 'embedded', cores: 2, workers: 1, after: 'build' },
  { name: 'browser', suite: 'browser', cores: 2, workers: 1, after: 'build', needs: 'chromium' },
];
