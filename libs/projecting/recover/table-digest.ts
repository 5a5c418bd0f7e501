import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';

/**
 * A text that two tables share exactly when they hold the same rows, each the same number of times, in whatever order: the number of
 * rows, the sum and the exclusive or of two hashes over whole rows. Whole numbers only, so that no order of addition shows.
 */
export async function tableDigest(
  store: AnalyticsStore,
  { table: name, replacing }: Pick<Projection, 'table' | 'replacing'>,
): Promise<string> {
  const final = replacing ? sql`FINAL` : sql``;
  const rows = await store.query<{ digest: string }>(
    sql`SELECT concat(toString(count()), ':', hex(sum(cityHash64(*))), ':', hex(groupBitXor(sipHash64(*)))) AS digest FROM ${table(name)} ${final}`,
  );
  return rows[0]?.digest ?? '';
}
