import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';
import type { Bounds } from '../fold/bounds';
import { countsWithin, deleteWithin } from '../write/counted';
import type { Progress } from '../write/progress';

/** A position that no log reaches. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/**
 * The tables that do not have the rows which their checkpoints speak of, in any partition. ClickHouse does not sync what it
 * acknowledges, so a power cut can take rows and leave their checkpoint, or the other way round.
 */
export async function tablesThatDiffer(
  store: AnalyticsStore,
  projections: readonly Projection[],
  partitions: readonly number[],
  progress: Progress,
): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const projection of projections.filter(({ replacing }) => !replacing)) {
    const bounds = partitions.map((partition) => ({ partition, from: 0, to: progress.positionOf(partition) }));
    const found = await countsWithin(store, projection.table, bounds);
    const differs = (partition: number): boolean => (found.get(partition) ?? 0) !== progress.rowCount(projection.table, partition);
    if (partitions.some(differs)) differing.push(projection.table);
  }
  return differing;
}

/**
 * Takes out rows that lie beyond the checkpoints and belong to no round that will be sent again: they survived a power cut that
 * their checkpoint did not. Returns where such rows ended, by partition; their tokens may be remembered, so those positions are doubtful.
 */
export async function removeStrays(
  store: AnalyticsStore,
  projections: readonly Projection[],
  partitions: readonly number[],
  from: (partition: number) => number,
): Promise<ReadonlyMap<number, number>> {
  const ends = new Map<number, number>();
  for (const { table: name } of projections) {
    const beyond: Bounds = partitions.map((partition) => ({ partition, from: from(partition), to: FOR_EVER }));
    if ((await countsWithin(store, name, beyond)).size === 0) continue;
    const rows = await store.query<{ partition: number; last: number }>(
      sql`SELECT partition, max(position) AS last FROM ${table(name)} GROUP BY partition`,
    );
    for (const { partition, last } of rows) ends.set(partition, Math.max(ends.get(partition) ?? 0, last + 1));
    await deleteWithin(store, name, beyond);
  }
  return ends;
}
