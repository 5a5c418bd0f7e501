import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPosition } from '@plumbline/event-log';
import Database from 'libsql';
import { Bloom } from './bloom';
import type { Digest } from './digest';

/** Keys held in memory before they are written as one run; the log keeps what a crash takes from here. */
const RUN = 8_192;
/** Runs that share one filter: a new key asks one filter for a million events. */
const RUNS_PER_GROUP = 128;

interface Run {
  readonly number: number;
  readonly bloom: Bloom;
}

interface Group {
  readonly bloom: Bloom;
  readonly runs: Run[];
}

const partOf = (digest: Digest, from: number): number =>
  digest.charCodeAt(from) | (digest.charCodeAt(from + 1) << 8) | (digest.charCodeAt(from + 2) << 16) | (digest.charCodeAt(from + 3) << 24);

/**
 * Which events have been accepted: 128 bits of the hash of (source, id) → 128 bits of the hash of the content. It is derived from
 * the log and never waits for the disk: with the rows it stores, in the same transaction, how far into the log they reach, and
 * after a crash the rest is read from there.
 *
 * Keys are random, and a table ordered by them alone would rewrite a page of the file for nearly every key. So they are written
 * in sorted runs one after the other, and filters in memory (4 bytes an event) say which runs are worth asking.
 */
export class SeenIndex {
  private readonly database: Database.Database;
  private readonly insert: Database.Statement;
  private readonly probe: Database.Statement;
  private readonly pending = new Map<Digest, Digest>();
  private readonly groups: Group[] = [];
  private readonly reached: number[];

  constructor(directory: string, partitions: number) {
    mkdirSync(directory, { recursive: true });
    this.database = new Database(join(directory, 'seen.sqlite'));
    // OFF is safe here and nowhere else: a power cut may cost rows together with their checkpoint, and the log has both.
    this.database.exec('PRAGMA journal_mode=WAL');
    this.database.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-16384; PRAGMA busy_timeout=5000');
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS seen (run INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY (run, key)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, bloom BLOB NOT NULL, heads BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS reached (partition INTEGER PRIMARY KEY, position INTEGER NOT NULL);
      CREATE TEMP TABLE slot (n INTEGER PRIMARY KEY);`);
    this.database.exec(
      `WITH RECURSIVE t(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t WHERE i < ${String(RUN)}) INSERT INTO slot SELECT i FROM t`,
    );
    // One statement and one bound value for thousands of rows: binding them one by one takes longer than storing them.
    this.insert = this.database.prepare(
      'INSERT OR IGNORE INTO seen SELECT ?2, substr(?1, n * 32 + 1, 16), substr(?1, n * 32 + 17, 16) FROM slot WHERE n < ?3',
    );
    this.probe = this.database.prepare('SELECT content FROM seen WHERE run = ? AND key = ?');
    this.reached = Array.from({ length: partitions }, () => 0);
    this.load();
  }

  /** For every partition the position up to which the log is covered. */
  get checkpoint(): readonly number[] {
    return this.reached;
  }

  /** The content that was accepted under this key, or undefined for a new one. */
  contentOf(key: Digest): Digest | undefined {
    const waiting = this.pending.get(key);
    if (waiting !== undefined) return waiting;
    const first = partOf(key, 0);
    const second = partOf(key, 4);
    for (const group of this.groups) {
      if (!group.bloom.mayHold(first, second)) continue;
      for (const run of group.runs) {
        if (!run.bloom.mayHold(first, second)) continue;
        const row = this.probe.get(run.number, Buffer.from(key, 'latin1')) as { content: Uint8Array } | undefined;
        if (row !== undefined) return Buffer.from(row.content).toString('latin1');
      }
    }
    return undefined;
  }

  /** Takes over what the log has made durable, with the positions that it was given. */
  add(entries: readonly { readonly keyHash: Digest; readonly contentHash: Digest }[], positions: readonly LogPosition[]): void {
    // A repeat in the log keeps its first content.
    for (const { keyHash, contentHash } of entries) if (this.contentOf(keyHash) === undefined) this.pending.set(keyHash, contentHash);
    for (const { partition, position } of positions) this.reach(partition, position + 1);
    if (this.pending.size >= RUN) this.flush();
  }

  /** Moves the checkpoint; also over records that are not ours to index. */
  reach(partition: number, next: number): void {
    if (next > (this.reached[partition] ?? 0)) this.reached[partition] = next;
  }

  /** Rows and checkpoint in one transaction. */
  flush(): void {
    const keys = [...this.pending.keys()].sort();
    const runs: Run[] = [];
    this.database.transaction(() => {
      for (let from = 0; from < keys.length; from += RUN) runs.push(this.write(keys.slice(from, from + RUN), runs.length));
      const save = this.database.prepare('INSERT OR REPLACE INTO reached (partition, position) VALUES (?, ?)');
      for (const [partition, position] of this.reached.entries()) save.run(partition, position);
    })();
    for (const [position, run] of runs.entries()) this.join(run, keys.slice(position * RUN, (position + 1) * RUN));
    this.pending.clear();
  }

  close(): void {
    this.flush();
    this.database.close();
  }

  private write(keys: readonly Digest[], ahead: number): Run {
    const number = (this.groups.at(-1)?.runs.at(-1)?.number ?? 0) + ahead + 1;
    const bloom = new Bloom(RUN);
    for (const key of keys) bloom.add(partOf(key, 0), partOf(key, 4));
    const rows = keys.map((key) => key + (this.pending.get(key) ?? '')).join('');
    this.insert.run(Buffer.from(rows, 'latin1'), number, keys.length);
    const heads = Buffer.from(keys.map((key) => key.slice(0, 8)).join(''), 'latin1');
    this.database.prepare('INSERT INTO run (number, bloom, heads) VALUES (?, ?, ?)').run(number, bloom.bytes(), heads);
    return { number, bloom };
  }

  /** `keys`: whole digests, or their first eight bytes. */
  private join(run: Run, keys: readonly string[]): void {
    let group = this.groups.at(-1);
    if (group === undefined || group.runs.length >= RUNS_PER_GROUP) {
      group = { bloom: new Bloom(RUN * RUNS_PER_GROUP), runs: [] };
      this.groups.push(group);
    }
    group.runs.push(run);
    for (const key of keys) group.bloom.add(partOf(key, 0), partOf(key, 4));
  }

  private load(): void {
    const rows = this.database.prepare('SELECT number, bloom, heads FROM run ORDER BY number').iterate();
    for (const { number, bloom, heads } of rows as Iterable<{ number: number; bloom: Uint8Array; heads: Uint8Array }>) {
      const text = Buffer.from(heads).toString('latin1');
      const keys = Array.from({ length: text.length / 8 }, (_, index) => text.slice(index * 8, index * 8 + 8));
      this.join({ number, bloom: new Bloom(RUN, Buffer.from(bloom)) }, keys);
    }
    for (const row of this.database.prepare('SELECT partition, position FROM reached').all() as { partition: number; position: number }[]) {
      this.reach(row.partition, row.position);
    }
  }
}
