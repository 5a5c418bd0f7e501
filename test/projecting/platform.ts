import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openAnalyticsStore, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import {
  openProjector,
  projectedTables,
  tableDigest,
  type FoldThreads,
  type Projector,
  type ProjectorOptions,
} from '@plumbline/projecting';
import { startClickHouseFront } from '../../infra/local/clickhouse';
import { wardFolds } from './hospital';
import { openSpecificationStore } from '../support/specification-store';

/** A log and a store on a directory, the real ones. */
export interface Ground {
  readonly directory: string;
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  close(): Promise<void>;
}

export async function openGround(directory: string): Promise<Ground> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const store = await openSpecificationStore(join(directory, 'analytics'));
  await migrate(store);
  return {
    directory,
    log,
    store,
    async close() {
      await log.close();
      await store.close();
    },
  };
}

/** Each specification of a suite has a ground of its own, which is gone after it. */
export function groundForEach(name: string): Omit<Ground, 'close'> {
  let ground: Ground;
  beforeEach(async () => {
    ground = await openGround(temporaryDirectory(name));
  });
  afterEach(async () => {
    await ground.close();
    removeDirectory(ground.directory);
  });
  return {
    get directory() {
      return ground.directory;
    },
    get log() {
      return ground.log;
    },
    get store() {
      return ground.store;
    },
  };
}

/** The same with a store that is reached over HTTP, as by several processes: there the server itself looks at an insert's condition. */
export async function openGroundOverHttp(directory: string): Promise<Ground> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const front = await startClickHouseFront({ directory: join(directory, 'front'), password: 'specification' });
  const store = await openAnalyticsStore({ url: front.url, username: front.username, password: front.password });
  await migrate(store);
  return {
    directory,
    log,
    store,
    async close() {
      await log.close();
      await store.close();
      await front.stop();
    },
  };
}

export const temporaryDirectory = (name: string): string => mkdtempSync(join(tmpdir(), `plumbline-${name}-`));
export const removeDirectory = (directory: string): void => {
  rmSync(directory, { recursive: true, force: true });
};

/** Threads that fold as the ward does. */
export const wardThreads = (count: number): FoldThreads => ({ count, module: join(__dirname, 'ward.worker.ts') });

export function openWard({ log, store, directory }: Omit<Ground, 'close'>, changes: Partial<ProjectorOptions> = {}): Promise<Projector> {
  return openProjector({ log, store, directory: join(directory, 'projecting'), createFolds: wardFolds, foldVersion: 'ward-1', ...changes });
}

/** Waits until everything that is in the log now can be read from the tables. */
export async function settle({ log }: Pick<Ground, 'log'>, projector: Pick<Projector, 'waitForPosition'>): Promise<void> {
  for (const [partition, end] of (await log.ends()).entries()) {
    if (end > 0) await projector.waitForPosition({ partition, position: end - 1 });
  }
}

/** A store that differs in something. */
export function changed(store: AnalyticsStore, changes: Partial<AnalyticsStore>): AnalyticsStore {
  return {
    database: store.database,
    query: (statement) => store.query(statement),
    stream: (statement) => store.stream(statement),
    exportFile: (statement, format, file) => store.exportFile(statement, format, file),
    insert: (name, rows, options) => store.insert(name, rows, options),
    execute: (statement) => store.execute(statement),
    inDatabase: (database) => store.inDatabase(database),
    close: () => store.close(),
    ...changes,
  };
}

/** A digest of each table. */
export async function digestsOf(store: AnalyticsStore): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  for (const projected of projectedTables) digests[projected.table] = await tableDigest(store, projected);
  return digests;
}

export async function rowsOf(store: AnalyticsStore, name: string): Promise<number> {
  const rows = await store.query<{ amount: number }>(sql`SELECT count() AS amount FROM ${table(name)}`);
  return rows[0]?.amount ?? 0;
}
