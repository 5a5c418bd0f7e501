import { sha256Hex } from '@plumbline/kernel';
import { requestPlugin } from '@plumbline/dashboards';
import { sourceTopicMetrics } from '@plumbline/ingestion';
import { deliveryMetrics, openPlatform, projectorMetrics, readPlatformConfiguration, type Platform } from '@plumbline/platform';
import { createLogger, Metrics } from '@plumbline/runtime';
import { migrate, sql, table } from '@plumbline/analytics-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricsIn, promqlOfPanels, readRules, sqlOfPanels } from './operations-files';

const TARGET_LABELS = ['job', 'instance', 'le'];

let directory: string;
let platform: Platform;
/** Name → labels, of everything that the processes register. */
const known = new Map<string, readonly string[]>();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-operations-'));
  const metrics = new Metrics();
  metrics.collectProcessMetrics();
  const logger = createLogger({ level: 'silent', name: 'specification' });
  const configuration = readPlatformConfiguration({ PLUMBLINE_DATA_DIR: directory, PLUMBLINE_DEMO: '0' });
  platform = await openPlatform(configuration, { metrics, logger, listeners: projectorMetrics({ metrics, logger }) });
  sourceTopicMetrics(metrics);
  deliveryMetrics(metrics);
  requestPlugin(metrics);
  for (const metric of metrics.registry.getMetricsAsArray() as unknown as { name: string; type: string; labelNames: string[] }[]) {
    const endings = metric.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const ending of endings) known.set(`${metric.name}${ending}`, metric.labelNames);
  }
});
afterAll(async () => {
  await platform.lifecycle.stop();
  rmSync(directory, { recursive: true, force: true });
});

const expressions = [...readRules().map(({ alert, expr }) => [alert, expr] as const), ...promqlOfPanels()];

it.each(expressions)('every metric and label that "%s" asks for is one that a process tells', (_, expression) => {
  const asked = metricsIn(expression);
  expect(asked.filter(({ name }) => !known.has(name))).toEqual([]);
  for (const { name, labels } of asked) expect([...(known.get(name) ?? []), ...TARGET_LABELS]).toEqual(expect.arrayContaining([...labels]));
  if (asked.length === 0) expect(expression).toMatch(/^up\b/);
});

it('a metric that nobody tells would be found', () => {
  expect(metricsIn('rate(plumbline_no_such_thing_total{source="ehr"}[5m])')).toEqual([
    { name: 'plumbline_no_such_thing_total', labels: ['source'] },
  ]);
  expect(known.has('plumbline_no_such_thing_total')).toBe(false);
});

it.each(sqlOfPanels().map(([title, statement], index) => [title, statement, index] as const))(
  'the statement of "%s" can be run on the tables, and it names nobody',
  async (_, statement, index) => {
    expect(statement).not.toMatch(/\b(clinician|patient|donor)\b/);
    const asked = statement
      .replace(/\$__timeFilter\((\w+)\)/g, '$1 >= now() - INTERVAL 30 DAY')
      .replace(/\bFROM (events|alert_states|deliveries)\b/g, 'FROM {database}.$1');
    const name = `panel_${String(index)}`;
    const statements = [`CREATE VIEW IF NOT EXISTS {database}.${name} AS ${asked}`];
    await migrate(platform.store, [{ number: 9_000 + index, name, checksum: sha256Hex(asked), statements }]);
    expect(await platform.store.query(sql`SELECT count() AS amount FROM ${table(name)}`)).toHaveLength(1);
  },
);
