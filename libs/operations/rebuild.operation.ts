import { dropDatabase, migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { folding } from '@plumbline/platform';
import { earlierRows, openProjector, projectedTables, sameRows, type EarlierRows } from '@plumbline/projecting';
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

type Tables = ReadonlyMap<string, EarlierRows>;

async function tablesBefore(store: AnalyticsStore, ends: readonly number[]): Promise<Tables> {
  const tables = new Map<string, EarlierRows>();
  for (const projected of projectedTables) tables.set(projected.table, await earlierRows(store, projected, ends));
  return tables;
}

function compared(left: Tables, right: Tables): Rebuilding {
  const tables = [...left].map(([table, rows]) => ({ table, equal: sameRows(rows, right.get(table) ?? new Map()) }));
  return { equal: tables.every(({ equal }) => equal), tables };
}

/**
 * Fills all tables anew from the log, exchanges them, and says whether they hold the same rows as before. What is appended meanwhile is in
 * the new tables too and is not compared.
 */
export const rebuildOperation: Operation<object, Rebuilding> = (platform, _request, report) =>
  platform.withProjector(async (projector) => {
    const folding = { ...platform, projection: projector };
    const ends = await platform.log.ends();
    await caughtUp(folding, report);
    const before = await tablesBefore(platform.store, ends);
    await projector.rebuild();
    await caughtUp(folding, report);
    return compared(before, await tablesBefore(platform.store, ends));
  });

/** The database that a replay writes into; it is dropped afterwards, and by the next replay where this one was interrupted. */
const SCRATCH = 'plumbline_replay';

/**
 * Folds the whole log into a database of its own and compares it with what stands, table by table, up to where the log ended at the start: a
 * platform that runs goes on meanwhile. Changes nothing that anybody reads.
 */
export const replayOperation: Operation<object, Rebuilding> = async (platform, _request, report) => {
  const ends = await platform.log.ends();
  await caughtUp(platform, report);
  const directory = await mkdtemp(join(platform.directory.path, 'replay-'));
  const scratch = platform.store.inDatabase(SCRATCH);
  try {
    await dropDatabase(scratch);
    await migrate(scratch);
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
      return compared(await tablesBefore(platform.store, ends), await tablesBefore(scratch, ends));
    } finally {
      await projector.close();
    }
  } finally {
    await dropDatabase(scratch);
    await rm(directory, { recursive: true, force: true });
  }
};
