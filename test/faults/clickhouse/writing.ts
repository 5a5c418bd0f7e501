import { isPassing, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';

const ROWS_A_BATCH = 50;

export async function prepareTable(store: AnalyticsStore): Promise<void> {
  await store.execute(sql`CREATE DATABASE IF NOT EXISTS plumbline ENGINE = Atomic`);
  await store.execute(
    sql`CREATE TABLE IF NOT EXISTS ${table('probe')} (batch UInt32, n UInt32) ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 10000`,
  );
}

export interface WritingOptions {
  readonly tokenOf?: (batch: number, attempt: number) => string;
  readonly until: () => boolean;
  readonly first?: number;
}

/**
 * Writes one batch after the other as the product does: the same rows under the same token until they are acknowledged, and nothing is
 * tried again that does not pass. Returns the numbers of the batches that were acknowledged, the ledger outside of ClickHouse.
 */
export async function write(
  store: AnalyticsStore,
  { tokenOf = (batch) => `probe:${batch}`, until, first = 0 }: WritingOptions,
): Promise<number[]> {
  const acknowledged: number[] = [];
  for (let batch = first; !until(); batch += 1) {
    const rows = Array.from({ length: ROWS_A_BATCH }, (_, index) => ({ batch, n: batch * ROWS_A_BATCH + index }));
    for (let attempt = 0; acknowledged.at(-1) !== batch; attempt += 1) {
      try {
        await store.insert('probe', rows, { token: tokenOf(batch, attempt) });
        acknowledged.push(batch);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
  return acknowledged;
}

export interface Findings {
  /** Batches that were acknowledged and lack rows. */
  readonly lost: readonly number[];
  /** Batches of which a row stands twice. */
  readonly duplicate: readonly number[];
}

export const nothingFound: Findings = { lost: [], duplicate: [] };

export async function examine(store: AnalyticsStore, acknowledged: readonly number[]): Promise<Findings> {
  const stored = await store.query<{ batch: number; amount: number; different: number }>(
    sql`SELECT batch, count() AS amount, uniqExact(n) AS different FROM ${table('probe')} GROUP BY batch`,
  );
  const found = new Map(stored.map((row) => [row.batch, row]));
  return {
    lost: acknowledged.filter((batch) => found.get(batch)?.different !== ROWS_A_BATCH),
    duplicate: stored.filter(({ amount, different }) => amount > different).map(({ batch }) => batch),
  };
}
