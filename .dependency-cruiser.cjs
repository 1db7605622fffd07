/** The order of the house: a lib imports only libs that stand above it in this list. */
const ROOMS = ['kernel', 'platform', 'organisations', 'households', 'privacy', 'reminders', 'regie', 'referrals', 'doorbraak', 'fund', 'monitoring'];

const upwardsOnly = ROOMS.map((room, position) => ({
  name: `${room}-imports-only-rooms-above-it`,
  severity: 'error',
  from: { path: `^libs/${room}/` },
  to: { path: `^libs/(${ROOMS.slice(position + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...upwardsOnly,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'the-only-door-of-a-lib-is-its-index',
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps|migrations|test)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$|domain/index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'the-door-of-a-domain-is-for-domains',
      comment: "'#households/domain': rules of a room above, without its database and its framework",
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps|migrations|test)/', pathNot: '^libs/[^/]+/src/domain/' },
      to: { path: '^libs/([^/]+)/src/domain/index\\.ts$', pathNot: '^libs/$2/' },
    },
    { name: 'libs-know-no-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|test|migrations)/' } },
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports the kernel, other domains and text parsing only: no framework, no database, no clock',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/kernel/src/index\\.ts$', '^libs/[^/]+/src/domain/', 'node_modules/csv-parse'] },
    },
    {
      name: 'only-platform-and-worker-know-the-queue',
      severity: 'error',
      from: { pathNot: '^(libs/platform|apps/worker|test|apps/naast)/' },
      to: { path: 'node_modules/(bullmq|ioredis)' },
    },
    {
      name: 'database-libraries-stay-in-their-room',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '(^libs/platform/|\\.entity\\.ts$|\\.service\\.ts$|\\.queries\\.ts$|\\.module\\.ts$|^apps/naast/)' },
      to: { path: 'node_modules/(typeorm|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist|apps/web/src/api/generated)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
