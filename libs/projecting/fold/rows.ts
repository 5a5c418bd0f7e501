import type { Projection, Sources } from '@plumbline/projections';

const ROWS_OF_A_BLOCK = 64;

/** The rows of one table in one round, as NDJSON, and how many of them each partition has. */
export class TableRows {
  count = 0;
  private readonly blocks: string[] = [];
  private lines: string[] = [];
  readonly perPartition = new Map<number, number>();

  constructor(readonly projection: Projection) {}

  add(line: string, partition: number): void {
    this.count += 1;
    this.lines.push(line);
    // Joined soon, because a row is put together of many pieces, and thousands of those would be kept alive until the round is written.
    if (this.lines.length === ROWS_OF_A_BLOCK) this.endBlock();
    this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + 1);
  }

  text(): string {
    if (this.lines.length > 0) this.endBlock();
    return this.blocks.join('\n');
  }

  private endBlock(): void {
    this.blocks.push(this.lines.join('\n'));
    this.lines = [];
  }
}

/** Where rows go while a partition is folded. Folding again what is in the tables already needs none: it uses {@link noRows}. */
export interface RowSink {
  add<Source extends keyof Sources>(projection: Projection<Source>, item: Sources[Source], partition: number): void;
}

export const noRows: RowSink = { add: () => undefined };

/** Collects the rows of a round. */
export class RoundRows implements RowSink {
  readonly tables: ReadonlyMap<string, TableRows>;

  constructor(projections: readonly Projection[]) {
    this.tables = new Map(projections.map((projection) => [projection.table, new TableRows(projection)]));
  }

  /** In all tables together. */
  get count(): number {
    let count = 0;
    for (const rows of this.tables.values()) count += rows.count;
    return count;
  }

  /** In the tables that are made from one source. */
  countOf(source: keyof Sources): number {
    let count = 0;
    for (const rows of this.tables.values()) if (rows.projection.source === source) count += rows.count;
    return count;
  }

  add<Source extends keyof Sources>(projection: Projection<Source>, item: Sources[Source], partition: number): void {
    this.tables.get(projection.table)?.add(projection.row(item), partition);
  }
}
