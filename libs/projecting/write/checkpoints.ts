import { sql, table, typed, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';

/** A row of the table: how far one target has been filled from one partition. */
export interface CheckpointRow {
  readonly target: string;
  readonly partition: number;
  readonly position: number;
  readonly row_count: number;
  readonly version: string;
  readonly written: number;
  readonly rebuilding_to: number;
}

/** What the tables hold of a partition, as was last recorded beside them. */
export interface Checkpoint {
  /** All positions before it are in the tables. */
  readonly position: number;
  readonly rowCounts: ReadonlyMap<string, number>;
  /** Until the position reaches it the partition is being filled anew where readers look. */
  readonly rebuildingTo: number;
  /** Grows with every checkpoint of the partition; the highest counts. */
  readonly written: number;
  /** True where the tables were filled by other projections or folds, or not all equally far. */
  readonly outdated: boolean;
}

export const nothingWritten: Checkpoint = { position: 0, rowCounts: new Map(), rebuildingTo: 0, written: 0, outdated: false };

/** Rows made from findings change with the patterns behind them; rows made from events only with their projection. */
export const versionOf = ({ source, version }: Projection, foldVersion: string): string =>
  source === 'events' ? String(version) : `${String(version)}/${foldVersion}`;

/** The checkpoints of some partitions; a partition that has none is not among them. */
export async function readCheckpoints(
  store: AnalyticsStore,
  projections: readonly Projection[],
  foldVersion: string,
  partitions: readonly number[],
): Promise<ReadonlyMap<number, Checkpoint>> {
  const rows = await store.query<CheckpointRow>(
    sql`SELECT target, partition, position, row_count, version, written, rebuilding_to FROM ${table('checkpoints')} FINAL
        WHERE has(${typed('Array(UInt16)', partitions)}, partition)`,
  );
  const versions = new Map(projections.map((projection) => [projection.table, versionOf(projection, foldVersion)]));
  const checkpoints = new Map<number, Checkpoint>();
  for (const partition of partitions) {
    const own = rows.filter((row) => row.partition === partition);
    const [first] = own;
    if (first === undefined) continue;
    checkpoints.set(partition, {
      position: first.position,
      rowCounts: new Map(own.map((row) => [row.target, row.row_count])),
      rebuildingTo: first.rebuilding_to,
      written: Math.max(...own.map(({ written }) => written)),
      // A projection that was added since has no checkpoint at all.
      outdated:
        own.length !== projections.length ||
        own.some(({ target, version, position }) => versions.get(target) !== version || position !== first.position),
    });
  }
  return checkpoints;
}
