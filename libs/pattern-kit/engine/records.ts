import { HashTable } from './hash-table';
import { hashText } from './hash-text';
import type { Renumbering } from './renumbering';
import type { Rows } from './rows';

/** Versions of a record that came in more than one. */
interface Several {
  readonly rows: number[];
  winner: number;
}

/**
 * Which rows are versions of one record, and which of them counts: the highest version, and of equal versions the one with the
 * greater event key, in whatever order they arrive. A record is named by the first row that arrived of it. Most records have one row:
 * they cost two whole numbers in an open hash table, and their texts are looked at only where the hashes are the same.
 */
export class Records {
  /** First rows, by the hash of source and record. */
  private readonly table = new HashTable();
  private readonly several = new Map<number, Several>();
  /** The record of rows that were not the first of theirs. */
  private readonly firstOf = new Map<number, number>();

  constructor(private readonly rows: Rows) {}

  /** The record of that name at a source, or -1 where no row of it has arrived; the hash is that of the record's id, seeded with the source. */
  find(source: number, recordId: string, hash: number): number {
    const { table, rows } = this;
    let row = table.seek(hash);
    while (row !== -1 && !rows.isOfRecord(row, source, recordId)) row = table.next();
    return row;
  }

  /** The record that a row is a version of. */
  of(row: number): number {
    return this.firstOf.size === 0 ? row : (this.firstOf.get(row) ?? row);
  }

  /** All versions that have arrived. */
  versions(record: number): readonly number[] {
    return this.several.get(record)?.rows ?? [record];
  }

  /** A transport may deliver an event twice; the second time changes nothing. */
  holds(record: number, eventId: string): boolean {
    return this.versions(record).some((row) => this.rows.id(row) === eventId);
  }

  /** Takes the first row of the record that was just looked for and was not known. */
  begin(row: number): void {
    this.table.put(row);
  }

  /** Takes a further row of a record; whether it is the one that counts from now on. */
  add(record: number, row: number): boolean {
    this.firstOf.set(row, record);
    const several = this.several.get(record) ?? { rows: [record], winner: record };
    this.several.set(record, several);
    several.rows.push(row);
    if (!this.rows.supersedes(row, several.winner)) return false;
    several.winner = row;
    return true;
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
    return this.several.size === 0 ? record : (this.several.get(record)?.winner ?? record);
  }

  /** Marks all versions of a record where one of them is marked. */
  spread(kept: Uint8Array): void {
    for (const { rows } of this.several.values()) {
      if (rows.some((row) => kept[row] === 1)) for (const row of rows) kept[row] = 1;
    }
  }

  /** Forgets records; the rows have their new numbers already. */
  renumber(rows: Renumbering): void {
    rows.keys(this.several);
    for (const several of this.several.values()) {
      several.winner = rows.of(several.winner);
      several.rows.forEach((row, index) => (several.rows[index] = rows.of(row)));
    }
    rows.keys(this.firstOf);
    for (const [row, record] of this.firstOf) this.firstOf.set(row, rows.of(record));
    this.table.clear();
    for (let row = 0; row < this.rows.count; row += 1) {
      if (!this.firstOf.has(row)) this.table.append(hashText(this.rows.source(row), this.rows.recordId(row)), row);
    }
  }

  /** Finds the versions of rows again that were put back from a snapshot. */
  restore(): void {
    for (let row = 0; row < this.rows.count; row += 1) {
      const source = this.rows.source(row);
      const recordId = this.rows.recordId(row);
      const record = this.find(source, recordId, hashText(source, recordId));
      if (record === -1) this.begin(row);
      else this.add(record, row);
    }
  }
}
