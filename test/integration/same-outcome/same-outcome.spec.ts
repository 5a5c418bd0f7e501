import { institutionKeyIn } from '@plumbline/access';
import { openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog, openKafkaLog, type EventLog } from '@plumbline/event-log';
import { sha256Of } from '@plumbline/kernel';
import { projectRoot } from '@plumbline/platform';
import { projectedTables, tableDigest } from '@plumbline/projecting';
import { createLogger } from '@plumbline/runtime';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka } from '../../../infra/local/kafka';
import { Program, startLocalPlatform } from '../../../infra/local/platform';
import { plumbline } from '../../support/command-line';

const PARTITIONS = 3;
const PLAN = ['--seed', '11', '--clinicians', '10', '--days', '90', '--until', '2026-10-31'];
/** Noon of the day after the last one: every instant of our own (`ingested_at`, `learned_at`, what is due when) is this one. */
const NOW = Date.parse('2026-11-01T12:00:00.000Z');
const MINUTES = 60_000;

interface Outcome {
  /** A digest of each table over whole rows, positions and times of our own included. */
  readonly tables: Readonly<Record<string, string>>;
  /** A digest of each partition over the hashes of its records in their order. */
  readonly log: readonly string[];
}

async function outcomeOf(log: EventLog, store: AnalyticsStore): Promise<Outcome> {
  const tables: Record<string, string> = {};
  for (const projected of projectedTables) tables[projected.table] = await tableDigest(store, projected);
  const partitions: string[] = [];
  for (const [partition, end] of (await log.ends()).entries()) {
    const hashes: Uint8Array[] = [];
    for (let from = 0; from < end;) {
      const { records, next } = await log.read(partition, from);
      hashes.push(...records.map(({ hash }) => hash));
      from = next;
    }
    partitions.push(`${String(end)}:${sha256Of(hashes).toString('hex')}`);
  }
  return { tables, log: partitions };
}

const rowsIn = (digest = ''): number => Number(digest.split(':')[0]);

describeWithKafka('one process and many processes', () => {
  let place: string;
  const frozen = {
    NODE_OPTIONS: `--require ${join(projectRoot, 'test', 'support', 'frozen-clock.cjs')}`,
    FROZEN_AT: String(NOW),
    UV_THREADPOOL_SIZE: '16',
  };

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'plumbline-same-outcome-'));
    await plumbline({}, 'simulate', ...PLAN, '--out', place);
    // Pseudonyms depend on the institution's key, so both have the same one.
    await mkdir(join(place, 'secrets'), { mode: 0o700 });
    institutionKeyIn(join(place, 'secrets'));
    for (const data of ['one', 'many/ingest']) await cp(join(place, 'secrets'), join(place, data, 'secrets'), { recursive: true });
  }, 2 * MINUTES);
  afterAll(async () => {
    await rm(place, { recursive: true, force: true });
  });

  const send = (environment: Readonly<Record<string, string>>): Promise<Record<string, unknown>> =>
    plumbline({ ...environment, NODE_OPTIONS: '' }, 'import', join(place, 'hospital'), '--source', 'simulated-hospital');

  async function inOneProcess(): Promise<Outcome> {
    const directory = join(place, 'one');
    const environment = { ...frozen, PLUMBLINE_DATA_DIR: directory, PLUMBLINE_DEMO: '0', PLUMBLINE_PARTITIONS: String(PARTITIONS) };
    const standalone = await (await Program.on('standalone', environment)).start();
    try {
      await send(environment);
    } finally {
      await standalone.stop();
    }
    const log = await openEmbeddedLog({ directory: join(directory, 'log') });
    const store = await openAnalyticsStore({ path: join(directory, 'clickhouse') });
    try {
      return await outcomeOf(log, store);
    } finally {
      await store.close();
      await log.close();
    }
  }

  async function inManyProcesses(): Promise<Outcome> {
    const platform = await startLocalPlatform({ directory: join(place, 'many'), partitions: PARTITIONS, environment: frozen });
    const { kafka, front } = platform;
    const logger = createLogger({ name: 'test', level: 'silent' });
    const log = await openKafkaLog({ connection: { brokers: kafka.brokers, logger }, topic: 'plumbline.log' });
    const store = await openAnalyticsStore({ url: front.url, username: front.username, password: front.password });
    try {
      await send(platform.environment);
      return await outcomeOf(log, store);
    } finally {
      await store.close();
      await log.close();
      await platform.stop();
    }
  }

  it(
    'hold the same log, record for record, and the same tables, row for row',
    async () => {
      const one = await inOneProcess();
      const many = await inManyProcesses();
      expect(many.log).toEqual(one.log);
      expect(many.tables).toEqual(one.tables);
      // Two empty hospitals would agree as well.
      const filled = ['events', 'gifts', 'prescribing', 'finding_revisions', 'alert_states', 'case_history', 'baselines', 'closed_days'];
      for (const table of filled) {
        expect([table, rowsIn(one.tables[table]) > 0]).toEqual([table, true]);
      }
    },
    10 * MINUTES,
  );
});
