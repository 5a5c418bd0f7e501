/** The floors of the house: imports go down only, and into another library only through its index.ts. */
const floors = [
  ['kernel'],
  ['events', 'analytics-store', 'runtime'],
  ['event-log', 'integrity', 'pattern-kit', 'projections'],
  ['patterns', 'policy', 'cases', 'access', 'ingestion'],
  ['projecting', 'dashboards', 'alerting'],
  ['platform'],
  ['operations'],
];

const above = floors.flatMap((floor, index) =>
  floor.map((library) => ({
    name: `${library}-imports-downwards`,
    severity: 'error',
    from: { path: `^libs/${library}/`, pathNot: '\\.spec\\.ts$' },
    to: {
      path: `^libs/(${floors
        .slice(index + 1)
        .flat()
        .concat(['testing'])
        .join('|')})/`,
    },
  })),
);

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'through-the-index',
      comment: 'Another library is entered through its index.ts alone.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/.+', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'apps-through-the-index',
      severity: 'error',
      from: { path: '^(apps|infra|test|tools)/' },
      to: { path: '^libs/[^/]+/.+', pathNot: ['^libs/[^/]+/index\\.ts$'] },
    },
    { name: 'never-its-own-index', severity: 'error', from: { path: '^libs/([^/]+)/' }, to: { path: '^libs/$1/index\\.ts$' } },
    { name: 'apps-never-import-apps', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    { name: 'libraries-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'patterns-never-import-patterns',
      severity: 'error',
      from: { path: '^libs/patterns/([^/]+)/' },
      to: { path: '^libs/patterns/[^/]+/', pathNot: '^libs/patterns/$1/' },
    },
    {
      name: 'one-door-to-clickhouse',
      severity: 'error',
      from: { pathNot: '^libs/analytics-store/|^test/performance/|^infra/local/clickhouse/' },
      to: { path: 'node_modules/(@clickhouse|chdb)' },
    },
    {
      name: 'one-door-to-kafka',
      severity: 'error',
      from: { pathNot: '^libs/event-log/kafka/|^libs/ingestion/kafka/|^test/performance/' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'infrastructure-is-for-tests-and-the-command-line',
      comment: 'What starts a broker on this machine never becomes a part of the product.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$|/spec/' },
      to: { path: '^infra/local/' },
    },
    {
      name: 'the-core-knows-no-framework',
      severity: 'error',
      from: { path: '^libs/(kernel|events|pattern-kit|patterns)/|^libs/cases/(case|fold)/|\\.decision\\.ts$', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|kafkajs|libsql|lmdb|lz4-napi|@clickhouse|chdb)' },
    },
    ...above,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|apps/web)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
