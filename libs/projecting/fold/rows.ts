import type { RowLines } from '@plumbline/analytics-store';
import { projections, type Projection, type Sources } from '@plumbline/projections';

const FIRST_BYTES = 4_096;
/** A character of a string is three bytes of UTF-8 at most, and a line has an end. */
const bytesAtMost = (line: string): number => line.length * 3 + 1;
const LINE_END = 0x0a;

/** Where rows go while a partition is folded. Folding again what is in the tables already needs none: it uses {@link noRows}. */
export interface RowSink {
  add<Source extends keyof Sources>(projection: Projection<Source>, item: Sources[Source]): void;
}

export const noRows: RowSink = { add: () => undefined };

/** Rows of one table and one partition: their number, and their lines, each with its end. The bytes share their memory with nobody. */
export interface FinishedRows {
  readonly table: string;
  readonly count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Lines that are written one behind the other. */
class Lines {
  count = 0;
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private length = 0;

  add(line: string): void {
    this.room(bytesAtMost(line));
    this.length += this.bytes.write(line, this.length, 'utf8');
    this.bytes[this.length] = LINE_END;
    this.length += 1;
    this.count += 1;
  }

  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + bytes));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Collects the rows of a stretch of one partition. */
export class StretchRows implements RowSink {
  private readonly tables = new Map<string, Lines>();

  add<Source extends keyof Sources>(projection: Projection<Source>, item: Sources[Source]): void {
    let lines = this.tables.get(projection.table);
    if (lines === undefined) this.tables.set(projection.table, (lines = new Lines()));
    lines.add(projection.row(item));
  }

  /** What was collected; nothing may be added any more. */
  finished(): readonly FinishedRows[] {
    return Array.from(this.tables, ([table, lines]) => ({ table, count: lines.count, bytes: lines.written() }));
  }
}

/** The rows of one table in one round, and how many of them each partition has. */
export class TableRows {
  count = 0;
  readonly perPartition = new Map<number, number>();
  private readonly pieces: Uint8Array[] = [];

  constructor(readonly projection: Projection) {}

  /** As they are inserted. */
  get lines(): RowLines {
    const [first = Buffer.alloc(0)] = this.pieces;
    return { columns: this.projection.columns, bytes: this.pieces.length <= 1 ? first : Buffer.concat(this.pieces) };
  }

  append(partition: number, { count, bytes }: FinishedRows): void {
    this.count += count;
    this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + count);
    this.pieces.push(bytes);
  }

  /** Takes over the rows of a round that comes behind. */
  appendRows({ count, perPartition, pieces }: TableRows): void {
    this.count += count;
    for (const [partition, amount] of perPartition) this.perPartition.set(partition, (this.perPartition.get(partition) ?? 0) + amount);
    this.pieces.push(...pieces);
  }
}

/** The rows of a round, in the order in which tables are written. */
export class RoundRows {
  readonly tables: ReadonlyMap<string, TableRows> = new Map(projections.map((projection) => [projection.table, new TableRows(projection)]));

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

  append(partition: number, finished: readonly FinishedRows[]): void {
    for (const rows of finished) this.tables.get(rows.table)?.append(partition, rows);
  }

  /** Takes over the rows of a round that comes behind. */
  appendRound({ tables }: RoundRows): void {
    for (const [table, rows] of tables) this.tables.get(table)?.appendRows(rows);
  }
}
