import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { projections } from '@plumbline/projections';

/** How far one partition's tables are. */
export interface PartitionCheckpoint {
  readonly partition: number;
  /** All positions before it are in every table. */
  readonly position: number;
  /** The tables are being filled anew in their place and are not whole. */
  readonly rebuilding: boolean;
}

const TABLES = projections.map((projection) => projection.table);

/** How far all tables of each partition are; a partition that nobody has folded yet is left out. */
export async function readCheckpoints(store: AnalyticsStore): Promise<readonly PartitionCheckpoint[]> {
  const rows = await store.query<{ partition: number; position: number; rebuilding_to: number }>(
    sql`SELECT partition, min(position) AS position, max(rebuilding_to) AS rebuilding_to
        FROM ${table('checkpoints')} FINAL WHERE has(${TABLES}, target) GROUP BY partition`,
  );
  return rows.map(({ partition, position, rebuilding_to: target }) => ({ partition, position, rebuilding: target > position }));
}
