import { dropDatabase, migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { folding } from '@plumbline/platform';
import { openProjector, projectedTables, tableDigest } from '@plumbline/projecting';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { caughtUp, type Operation } from './operation';

export interface TableComparison {
  readonly table: string;
  readonly equal: boolean;
}

export interface Rebuilding {
  /** Whether every table holds the same rows as before, row for row. */
  readonly equal: boolean;
  readonly tables: readonly TableComparison[];
}

type Digests = ReadonlyMap<string, string>;

async function digestsOf(store: AnalyticsStore): Promise<Digests> {
  const digests = new Map<string, string>();
  for (const projected of projectedTables) digests.set(projected.table, await tableDigest(store, projected));
  return digests;
}

function compared(left: Digests, right: Digests): Rebuilding {
  const tables = [...left].map(([table, digest]) => ({ table, equal: right.get(table) === digest }));
  return { equal: tables.every(({ equal }) => equal), tables };
}

/** Fills all tables anew from the log, exchanges them, and says whether they hold the same rows as before. */
export const rebuildOperation: Operation<object, Rebuilding> = (platform, _request, report) =>
  platform.withProjector(async (projector) => {
    const folding = { ...platform, projection: projector };
    await caughtUp(folding, report);
    const before = await digestsOf(platform.store);
    await projector.rebuild();
    await caughtUp(folding, report);
    return compared(before, await digestsOf(platform.store));
  });

/** The database that a replay writes into; it is dropped afterwards, and by the next replay where this one was interrupted. */
const SCRATCH = 'plumbline_replay';

/** Folds the whole log into a database of its own and compares it with what stands, table by table. Changes nothing that anybody reads. */
export const replayOperation: Operation<object, Rebuilding> = async (platform, _request, report) => {
  await caughtUp(platform, report);
  const directory = await mkdtemp(join(platform.directory.path, 'replay-'));
  const scratch = platform.store.inDatabase(SCRATCH);
  try {
    await dropDatabase(scratch);
    await migrate(scratch);
    const standing = await digestsOf(platform.store);
    const projector = await openProjector({
      ...folding(),
      log: platform.log,
      store: scratch,
      directory,
      listeners: {
        onWork: ({ done, total }) => {
          report({ what: 'replaying', done, total, unit: 'events' });
        },
      },
    });
    try {
      await caughtUp({ ...platform, projection: projector }, report);
      return compared(standing, await digestsOf(scratch));
    } finally {
      await projector.close();
    }
  } finally {
    await dropDatabase(scratch);
    await rm(directory, { recursive: true, force: true });
  }
};
