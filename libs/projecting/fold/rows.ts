import type { RowLines } from '@plumbline/analytics-store';
import type { Projection, Sources } from '@plumbline/projections';

const FIRST_BYTES = 4_096;
/** A character of a string is three bytes of UTF-8 at most, and a line has an end. */
const bytesAtMost = (line: string): number => line.length * 3 + 1;
const LINE_END = 0x0a;

/** The rows of one table in one round, and how many of them each partition has. Bytes, so that they can be handed from thread to thread. */
export class TableRows {
  readonly perPartition = new Map<number, number>();
  private bytes = Buffer.alloc(0);
  private length = 0;

  constructor(readonly projection: Projection) {}

  get count(): number {
    let count = 0;
    for (const amount of this.perPartition.values()) count += amount;
    return count;
  }

  /** As they are inserted. Each line has its end. */
  get lines(): RowLines {
    return { columns: this.projection.columns, bytes: this.bytes.subarray(0, this.length) };
  }

  /** Adds a row as the projection makes it. */
  add(line: string, partition: number): void {
    this.room(bytesAtMost(line));
    this.length += this.bytes.write(line, this.length, 'utf8');
    this.bytes[this.length] = LINE_END;
    this.length += 1;
    this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + 1);
  }

  /** Adds rows that were collected elsewhere. */
  append(bytes: Uint8Array, perPartition: ReadonlyMap<number, number>): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    for (const [partition, amount] of perPartition) this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + amount);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, this.bytes.length * 2, this.length + bytes));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
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
