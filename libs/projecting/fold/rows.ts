import type { Projection } from '@plumbline/projections';

/** The rows of one table in one round, as NDJSON, and how many of them each partition has. */
export class TableRows {
  readonly lines: string[] = [];
  readonly perPartition = new Map<number, number>();

  constructor(readonly projection: Projection) {}

  add(line: string, partition: number): void {
    this.lines.push(line);
    this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + 1);
  }
}

/** Where rows go while a partition is folded. Folding again what is in the tables already needs none: it uses {@link noRows}. */
export interface RowSink {
  add(projection: Projection, line: () => string, partition: number): void;
}

export const noRows: RowSink = { add: () => undefined };

/** Collects the rows of a round. */
export class RoundRows implements RowSink {
  readonly tables: ReadonlyMap<string, TableRows>;

  constructor(projections: readonly Projection[]) {
    this.tables = new Map(projections.map((projection) => [projection.table, new TableRows(projection)]));
  }

  add(projection: Projection, line: () => string, partition: number): void {
    this.tables.get(projection.table)?.add(line(), partition);
  }
}
