import type { Rows } from './rows';

/** What an event did to its record. `undefined` where it changed nothing that counts. */
export interface RecordChange {
  /** The row that counted until now, or -1. */
  readonly before: number;
  /** The row that counts from now on. */
  readonly after: number;
}

/**
 * Which rows are versions of one record, and which of them counts: the highest version, and of equal versions the one with the
 * greater event key, in whatever order they arrive.
 */
export class Records {
  private readonly numbers = new Map<string, number>();
  /** By record number: the only row, or all of them where there are several. */
  private readonly rowsOf: (number | number[])[] = [];
  private readonly winners: number[] = [];
  private readonly keys: string[] = [];

  constructor(private readonly rows: Rows) {}

  number(recordKey: string): number {
    const known = this.numbers.get(recordKey);
    if (known !== undefined) return known;
    const next = this.rowsOf.length;
    this.numbers.set(recordKey, next);
    this.rowsOf.push([]);
    this.winners.push(-1);
    this.keys.push(recordKey);
    return next;
  }

  /** All versions that have arrived. */
  versions(record: number): readonly number[] {
    const rows = this.rowsOf[record];
    return typeof rows === 'number' ? [rows] : (rows ?? []);
  }

  /** A transport may deliver an event twice; the second time changes nothing. */
  holds(record: number, eventKey: string): boolean {
    return this.winners[record] !== -1 && this.versions(record).some((row) => this.rows.key(row) === eventKey);
  }

  add(record: number, row: number): RecordChange | undefined {
    const before = this.winners[record] as number;
    this.rowsOf[record] = before === -1 ? row : [...this.versions(record), row];
    if (before !== -1 && !this.rows.supersedes(row, before)) return undefined;
    this.winners[record] = row;
    return { before, after: row };
  }

  /** The version that counted on what had been recorded by an instant, or -1. */
  versionAsOf(record: number, instant: number): number {
    let best = -1;
    for (const row of this.versions(record)) {
      if (this.rows.recordedAt(row) <= instant && (best === -1 || this.rows.supersedes(row, best))) best = row;
    }
    return best;
  }

  winner(record: number): number {
    return this.winners[record] as number;
  }

  /** The source and the record's id there, joined by NUL. */
  key(record: number): string {
    return this.keys[record] as string;
  }

  /** By record number; interning them again in this order restores the numbers. */
  allKeys(): readonly string[] {
    return this.keys;
  }
}
