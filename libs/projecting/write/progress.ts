import { randomUUID } from 'node:crypto';
import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';
import type { Round } from '../fold/pipeline';

interface CheckpointRow {
  readonly target: string;
  readonly partition: number;
  readonly position: number;
  readonly row_count: number;
  readonly version: string;
  readonly written: number;
}

/** Rows made from findings change with the patterns behind them; rows made from events only with their projection. */
export const versionOf = ({ source, version }: Projection, foldVersion: string): string =>
  source === 'events' ? String(version) : `${String(version)}/${foldVersion}`;

/** How far the tables have been filled, and with how many rows of each partition. It is stored with the rows, as checkpoints. */
export class Progress {
  private constructor(
    private readonly projections: readonly Projection[],
    private readonly foldVersion: string,
    private readonly positions: Map<number, number>,
    private readonly rowCounts: Map<string, number>,
    private written: number,
    /** True where the tables were filled by other projections or folds, or not all equally far. */
    readonly outdated: boolean,
  ) {}

  /** Nothing filled yet. */
  static none(projections: readonly Projection[], foldVersion: string): Progress {
    return new Progress(projections, foldVersion, new Map(), new Map(), 0, false);
  }

  static async read(store: AnalyticsStore, projections: readonly Projection[], foldVersion: string): Promise<Progress> {
    const rows = await store.query<CheckpointRow>(
      sql`SELECT target, partition, position, row_count, version, written FROM ${table('checkpoints')} FINAL`,
    );
    const positions = new Map<number, number>();
    const rowCounts = new Map<string, number>();
    const versions = new Map(projections.map((projection) => [projection.table, versionOf(projection, foldVersion)]));
    let outdated = false;
    for (const row of rows) {
      outdated ||= versions.get(row.target) !== row.version || (positions.get(row.partition) ?? row.position) !== row.position;
      positions.set(row.partition, row.position);
      rowCounts.set(keyOf(row.target, row.partition), row.row_count);
    }
    // A projection that was added since has no checkpoint at all.
    outdated ||= rows.length !== positions.size * projections.length;
    const written = Math.max(0, ...rows.map((row) => row.written));
    return new Progress(projections, foldVersion, positions, rowCounts, written, outdated);
  }

  /** All positions before it are in the tables. */
  positionOf(partition: number): number {
    return this.positions.get(partition) ?? 0;
  }

  rowCount(tableName: string, partition: number): number {
    return this.rowCounts.get(keyOf(tableName, partition)) ?? 0;
  }

  /** Writes the checkpoints of a round whose rows are all there. Where that fails nothing has changed, so that it can be tried again. */
  async advance(store: AnalyticsStore, { bounds, rows }: Round): Promise<void> {
    const counts = new Map<string, number>();
    const written = this.written + 1;
    const checkpoints = this.projections.flatMap((projection) =>
      bounds.map(({ partition, to }): CheckpointRow => {
        const count = this.rowCount(projection.table, partition) + (rows.tables.get(projection.table)?.perPartition.get(partition) ?? 0);
        counts.set(keyOf(projection.table, partition), count);
        const version = versionOf(projection, this.foldVersion);
        return { target: projection.table, partition, position: to, row_count: count, version, written };
      }),
    );
    // A repeated checkpoint replaces itself; a token that ClickHouse remembers after losing the rows would keep it from coming back.
    await store.insert('checkpoints', checkpoints, { token: `checkpoints:${randomUUID()}` });
    this.written = written;
    for (const [key, count] of counts) this.rowCounts.set(key, count);
    for (const { partition, to } of bounds) this.positions.set(partition, to);
  }
}

const keyOf = (tableName: string, partition: number): string => `${tableName}/${String(partition)}`;
