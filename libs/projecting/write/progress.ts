import { randomUUID } from 'node:crypto';
import type { AnalyticsStore, Sql } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';
import type { Round } from '../fold/pipeline';
import { nothingWritten, versionOf, type Checkpoint, type CheckpointRow } from './checkpoints';

interface PartitionProgress {
  position: number;
  readonly rowCounts: Map<string, number>;
  rebuildingTo: number;
  written: number;
  /** Rows were written since the last checkpoint. */
  pending: boolean;
}

/** How far the tables have been filled, and with how many rows of each partition; and how much of that is recorded beside them. */
export class Progress {
  private readonly partitions = new Map<number, PartitionProgress>();

  constructor(
    private readonly projections: readonly Projection[],
    private readonly foldVersion: string,
  ) {}

  /** Goes on from a checkpoint. */
  adopt(partition: number, { position, rowCounts, rebuildingTo, written }: Checkpoint): void {
    this.partitions.set(partition, { position, rowCounts: new Map(rowCounts), rebuildingTo, written, pending: false });
  }

  /** Goes on where another has come to. */
  adoptAll(other: Progress): void {
    for (const [partition, progress] of other.partitions) this.partitions.set(partition, progress);
  }

  /** Empties a partition: until it has reached `rebuildingTo` again, readers are told that it is not whole. */
  beginAnew(partition: number, rebuildingTo: number): void {
    const { written } = this.of(partition);
    this.partitions.set(partition, { position: 0, rowCounts: new Map(), rebuildingTo, written, pending: true });
  }

  forget(partition: number): void {
    this.partitions.delete(partition);
  }

  /** All positions before it are in the tables. */
  positionOf(partition: number): number {
    return this.partitions.get(partition)?.position ?? 0;
  }

  /** By partition. */
  get positions(): ReadonlyMap<number, number> {
    return new Map(Array.from(this.partitions, ([partition, { position }]) => [partition, position]));
  }

  /** Before this position a partition is being filled anew; 0 where it is not. */
  rebuildingTo(partition: number): number {
    const { position, rebuildingTo } = this.of(partition);
    return position < rebuildingTo ? rebuildingTo : 0;
  }

  /** Partitions whose last rows no checkpoint speaks of yet. */
  get pending(): readonly number[] {
    return [...this.partitions].flatMap(([partition, { pending }]) => (pending ? [partition] : []));
  }

  /** All rows of the round are in the tables. */
  wrote({ bounds, rows }: Round): void {
    for (const { partition, to } of bounds) {
      const progress = this.of(partition);
      progress.position = to;
      progress.pending = true;
      for (const [name, { perPartition }] of rows.tables) {
        progress.rowCounts.set(name, (progress.rowCounts.get(name) ?? 0) + (perPartition.get(partition) ?? 0));
      }
      this.partitions.set(partition, progress);
    }
  }

  /** Records beside the rows what has been written of some partitions. Where that fails nothing has changed, so that it can be tried again. */
  async record(store: AnalyticsStore, partitions: readonly number[], provided?: Sql): Promise<void> {
    const recorded = partitions.map((partition) => {
      const progress = this.of(partition);
      return { progress, position: progress.position, rows: this.rowsOf(partition, progress) };
    });
    // A repeated checkpoint replaces itself; a token that ClickHouse remembers after losing the rows would keep it from coming back.
    const token = `checkpoints:${randomUUID()}`;
    const rows = recorded.flatMap(({ rows: own }) => own);
    await store.insert('checkpoints', rows, provided === undefined ? { token } : { token, provided });
    for (const { progress, position } of recorded) {
      progress.written += 1;
      progress.pending = progress.position !== position;
    }
  }

  private rowsOf(partition: number, { position, rowCounts, rebuildingTo, written }: PartitionProgress): readonly CheckpointRow[] {
    return this.projections.map((projection) => ({
      target: projection.table,
      partition,
      position,
      row_count: rowCounts.get(projection.table) ?? 0,
      version: versionOf(projection, this.foldVersion),
      written: written + 1,
      rebuilding_to: position < rebuildingTo ? rebuildingTo : 0,
    }));
  }

  private of(partition: number): PartitionProgress {
    const { rowCounts, ...rest } = nothingWritten;
    return this.partitions.get(partition) ?? { ...rest, rowCounts: new Map(rowCounts), pending: false };
  }
}
