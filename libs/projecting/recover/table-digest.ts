import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';

/**
 * A text that two tables share exactly when they hold the same rows, each the same number of times, in whatever order: the number of
 * rows, the sum and the exclusive or of two hashes over whole rows. Whole numbers only, so that no order of addition shows. A row is
 * hashed as text, because the hash of several columns is nothing at all where one of them is null.
 */
export async function tableDigest(
  store: AnalyticsStore,
  { table: name, replacing }: Pick<Projection, 'table' | 'replacing'>,
): Promise<string> {
  const final = replacing ? sql`FINAL` : sql``;
  const row = sql`formatRow('JSONCompactEachRow', *)`;
  const [digest] = await store.query<{ amount: number; sum: string; parity: string }>(
    sql`SELECT count() AS amount, hex(sum(cityHash64(${row}))) AS sum, hex(groupBitXor(sipHash64(${row}))) AS parity FROM ${table(name)} ${final}`,
  );
  return `${String(digest?.amount)}:${String(digest?.sum)}:${String(digest?.parity)}`;
}
