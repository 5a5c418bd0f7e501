import { randomUUID } from 'node:crypto';
import { joinSql, sql, table, typed, type AnalyticsStore, type InsertOptions, type Sql } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';
import type { Bounds } from '../fold/bounds';
import type { TableRows } from '../fold/rows';

const ATTEMPTS = 5;

/** The condition that a row lies within one of some stretches of the log. */
export const within = (bounds: Bounds): Sql =>
  joinSql(
    bounds.map(
      ({ partition, from, to }) =>
        sql`(partition = ${typed('UInt16', partition)} AND position >= ${typed('UInt64', from)} AND position < ${typed('UInt64', to)})`,
    ),
    ' OR ',
  );

/** How many rows a table has of some stretches of the log, by partition. */
export async function countsWithin(store: AnalyticsStore, name: string, bounds: Bounds): Promise<ReadonlyMap<number, number>> {
  const rows = await store.query<{ partition: number; amount: number }>(
    sql`SELECT partition, count() AS amount FROM ${table(name)} WHERE ${within(bounds)} GROUP BY partition`,
  );
  return new Map(rows.map(({ partition, amount }) => [partition, amount]));
}

async function countWithin(store: AnalyticsStore, name: string, bounds: Bounds): Promise<number> {
  return [...(await countsWithin(store, name, bounds)).values()].reduce((sum, amount) => sum + amount, 0);
}

/** Takes the rows of some stretches out of a table; resolves when readers no longer see them. */
export async function deleteWithin(store: AnalyticsStore, name: string, bounds: Bounds): Promise<void> {
  await store.execute(sql`ALTER TABLE ${table(name)} DELETE WHERE ${within(bounds)} SETTINGS mutations_sync = 2`);
}

/**
 * Inserts rows of which some may be there already, after an answer that never came. The token alone would not do: beyond its window a
 * repeat doubles, and a server does not recognise repeats of an insert that has a condition. So the rows are counted.
 * @throws ProblemError `projecting.rows-do-not-arrive` when the count is still wrong after five attempts.
 */
export async function insertCounted(store: AnalyticsStore, rows: TableRows, bounds: Bounds, options: InsertOptions): Promise<void> {
  const name = rows.projection.table;
  const anew = (): InsertOptions => ({ ...options, token: `${options.token}:again-${randomUUID()}` });
  if (rows.projection.replacing !== false) {
    // Rows of one key replace each other, so their number says nothing and a repeat does no harm.
    await store.insert(name, rows.lines, anew());
    return;
  }
  let attempted = options;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const present = await countWithin(store, name, bounds);
    if (present === rows.count) return;
    if (present > 0) await deleteWithin(store, name, bounds);
    if (present > 0 || attempt > 0) attempted = anew();
    await store.insert(name, rows.lines, attempted);
  }
  if ((await countWithin(store, name, bounds)) === rows.count) return;
  throw new ProblemError({
    code: 'projecting.rows-do-not-arrive',
    reason: `Rows that were inserted into ${name} are not found there.`,
    remedy: 'Check the analytics store, then run `plumbline rebuild`.',
    facts: { table: name, expected: rows.count },
  });
}
