import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BoundedCache } from '@plumbline/kernel';
import Database from 'libsql';
import { Bloom } from './bloom';
import { ENTRY_WORDS } from './digest';
import { DigestTable, lookIn, type Seen } from './digest-table';

/** Keys held in memory before they are written as one run; the log keeps what a crash takes from here. */
const RUN = 8_192;
/** Runs that share one filter: a new key asks one filter for a million events. */
const RUNS_PER_GROUP = 128;
/** Runs read last, a quarter of a megabyte each. What is sent again comes in the order in which it came first, run by run. */
const HELD_RUNS = 16;
/** What the rows look like and what a content is made of; an index of another layout is thrown away and read from the log again. */
const LAYOUT = 2;

interface Run {
  readonly number: number;
  readonly bloom: Bloom;
}

interface Group {
  readonly bloom: Bloom;
  readonly runs: Run[];
}

/**
 * Which events have been accepted: 128 bits of the hash of (source, id) → 128 bits of the hash of the content. It is derived from
 * the log and never waits for the disk: with the rows it stores, in the same transaction, how far into the log they reach, and
 * after a crash the rest is read from there.
 *
 * Keys are random, and a table ordered by them alone would rewrite a page of the file for nearly every key. So they are written
 * in sorted runs one after the other, a row for each, and filters in memory (4 bytes an event) say which runs are worth asking.
 */
export class SeenIndex {
  private readonly database: Database.Database;
  private readonly select: Database.Statement;
  private readonly pending = new DigestTable(RUN);
  private readonly groups: Group[] = [];
  private readonly held = new BoundedCache<Int32Array>(HELD_RUNS);
  private readonly reached: number[];

  constructor(directory: string, partitions: number) {
    mkdirSync(directory, { recursive: true });
    this.database = new Database(join(directory, 'seen.sqlite'));
    // OFF is safe here and nowhere else: a power cut may cost rows together with their checkpoint, and the log has both.
    this.database.exec('PRAGMA page_size=16384; PRAGMA journal_mode=WAL');
    this.database.exec('PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000');
    const { user_version: layout } = this.database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (layout !== LAYOUT) this.database.exec('DROP TABLE IF EXISTS seen; DROP TABLE IF EXISTS run; DROP TABLE IF EXISTS reached');
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, bloom BLOB NOT NULL, heads BLOB NOT NULL, entries BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS reached (partition INTEGER PRIMARY KEY, position INTEGER NOT NULL);
      PRAGMA user_version = ${String(LAYOUT)}`);
    this.select = this.database.prepare('SELECT entries FROM run WHERE number = ?');
    this.reached = Array.from({ length: partitions }, () => 0);
    this.load();
  }

  /** For every partition the position up to which the log is covered. */
  get checkpoint(): readonly number[] {
    return this.reached;
  }

  /** What was accepted under the key of the entry that begins `at`. */
  look(entries: Int32Array, at: number): Seen {
    const waiting = this.pending.look(entries, at);
    if (waiting !== 'new') return waiting;
    const first = entries[at] ?? 0;
    const second = entries[at + 1] ?? 0;
    for (const group of this.groups) {
      if (!group.bloom.mayHold(first, second)) continue;
      for (const run of group.runs) {
        const seen = run.bloom.mayHold(first, second) ? lookIn(this.entriesOf(run), entries, at) : 'new';
        if (seen !== 'new') return seen;
      }
    }
    return 'new';
  }

  /** Takes over an event that the log has made durable. A repeat keeps its first content. */
  add(entries: Int32Array, at = 0): void {
    if (this.look(entries, at) === 'new') this.addNew(entries, at);
  }

  /**
   * The same for a key of which {@link look} has just said that it is new. Where many are added at once the checkpoint is moved after all of
   * them: a full table is written with the checkpoint as it is.
   */
  addNew(entries: Int32Array, at: number): void {
    if (this.pending.size >= RUN) this.flush();
    this.pending.add(entries, at);
  }

  /** Moves the checkpoint; also over records that are not ours to index. */
  reach(partition: number, next: number): void {
    if (next > (this.reached[partition] ?? 0)) this.reached[partition] = next;
  }

  /** Rows and checkpoint in one transaction. */
  flush(): void {
    const entries = this.pending.sorted();
    this.database.transaction(() => {
      if (entries.length > 0) this.write(entries);
      const save = this.database.prepare('INSERT OR REPLACE INTO reached (partition, position) VALUES (?, ?)');
      for (const [partition, position] of this.reached.entries()) save.run(partition, position);
    })();
    this.pending.clear();
  }

  close(): void {
    this.flush();
    this.database.close();
  }

  private write(entries: Int32Array): void {
    const number = (this.groups.at(-1)?.runs.at(-1)?.number ?? 0) + 1;
    const bloom = new Bloom(RUN);
    const heads = new Int32Array((entries.length / ENTRY_WORDS) * 2);
    for (let from = 0, head = 0; from < entries.length; from += ENTRY_WORDS, head += 2) {
      heads[head] = entries[from] ?? 0;
      heads[head + 1] = entries[from + 1] ?? 0;
      bloom.add(heads[head] ?? 0, heads[head + 1] ?? 0);
    }
    this.database
      .prepare('INSERT INTO run (number, bloom, heads, entries) VALUES (?, ?, ?, ?)')
      .run(number, bloom.bytes(), bytesOf(heads), bytesOf(entries));
    this.join({ number, bloom }, heads);
  }

  /** `heads`: the first two words of every key of the run. */
  private join(run: Run, heads: Int32Array): void {
    let group = this.groups.at(-1);
    if (group === undefined || group.runs.length >= RUNS_PER_GROUP) {
      group = { bloom: new Bloom(RUN * RUNS_PER_GROUP), runs: [] };
      this.groups.push(group);
    }
    group.runs.push(run);
    for (let head = 0; head < heads.length; head += 2) group.bloom.add(heads[head] ?? 0, heads[head + 1] ?? 0);
  }

  private entriesOf({ number }: Run): Int32Array {
    const name = String(number);
    let entries = this.held.get(name);
    if (entries === undefined) {
      entries = wordsOf((this.select.get(number) as { entries: Blob }).entries);
      this.held.set(name, entries);
    }
    return entries;
  }

  private load(): void {
    const rows = this.database.prepare('SELECT number, bloom, heads FROM run ORDER BY number').iterate();
    for (const { number, bloom, heads } of rows as Iterable<{ number: number; bloom: Blob; heads: Blob }>) {
      this.join({ number, bloom: new Bloom(RUN, new Uint8Array(bloom)) }, wordsOf(heads));
    }
    for (const row of this.database.prepare('SELECT partition, position FROM reached').all() as { partition: number; position: number }[]) {
      this.reach(row.partition, row.position);
    }
  }
}

const bytesOf = (words: Int32Array): Buffer => Buffer.from(words.buffer, words.byteOffset, words.byteLength);

/** A row that is got has its bytes in a buffer, and one that is iterated in bare memory. */
type Blob = Uint8Array | ArrayBuffer;

/** Copies a buffer, because its bytes may begin anywhere. */
const wordsOf = (blob: Blob): Int32Array => new Int32Array(new Uint8Array(blob).buffer);
