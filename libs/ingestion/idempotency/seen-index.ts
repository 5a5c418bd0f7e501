import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPosition } from '@plumbline/event-log';
import Database from 'libsql';
import { Bloom } from './bloom';

/** Keys held in memory before they are written together; the log keeps what a crash takes from here. */
const FLUSH_AT = 4_096;
/** Keys of a generation lie together in the file, so that random keys touch few of its pages. */
const GENERATION_SIZE = 524_288;
const ROW_HEX = 64;

interface Generation {
  readonly number: number;
  readonly bloom: Bloom;
  count: number;
}

const firstOf = (hash: string): number => Number.parseInt(hash.slice(0, 8), 16);
/** Never zero, or all probes of a key would fall on one bit. */
const secondOf = (hash: string): number => Math.max(1, Number.parseInt(hash.slice(8, 16), 16));

/**
 * Which events have been accepted: 128 bits of the hash of (source, id) → 128 bits of the hash of the content. It is derived from
 * the log and never waits for the disk: with the rows it stores, in the same transaction, how far into the log they reach, and
 * after a crash the rest is read from there.
 */
export class SeenIndex {
  private readonly database: Database.Database;
  private readonly insert: Database.Statement;
  private readonly probe: Database.Statement;
  private readonly pending = new Map<string, string>();
  private readonly generations: Generation[] = [];
  private readonly reached: number[];

  constructor(directory: string, partitions: number) {
    mkdirSync(directory, { recursive: true });
    this.database = new Database(join(directory, 'seen.sqlite'));
    // OFF is safe here and nowhere else: a power cut may cost rows together with their checkpoint, and the log has both.
    this.database.exec('PRAGMA journal_mode=WAL');
    this.database.exec('PRAGMA synchronous=OFF; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=8000; PRAGMA busy_timeout=5000');
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS seen (generation INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL, PRIMARY KEY (generation, key)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS generation (number INTEGER PRIMARY KEY, count INTEGER NOT NULL, bloom BLOB);
      CREATE TABLE IF NOT EXISTS reached (partition INTEGER PRIMARY KEY, position INTEGER NOT NULL);
      CREATE TEMP TABLE slot (n INTEGER PRIMARY KEY);`);
    this.database.exec(
      `WITH RECURSIVE t(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t WHERE i < ${String(FLUSH_AT * 2)}) INSERT INTO slot SELECT i FROM t`,
    );
    // One statement and one bound value for thousands of rows: binding them one by one takes longer than storing them.
    this.insert = this.database.prepare(
      'INSERT OR IGNORE INTO seen SELECT ?2, substr(?1, n * 32 + 1, 16), substr(?1, n * 32 + 17, 16) FROM slot WHERE n < ?3',
    );
    this.probe = this.database.prepare('SELECT hex(content) AS content FROM seen WHERE generation = ? AND key = ?');
    this.reached = Array.from({ length: partitions }, () => 0);
    this.load();
  }

  /** For every partition the position up to which the log is covered. */
  get checkpoint(): readonly number[] {
    return this.reached;
  }

  /** The content hash that was accepted under this key, or undefined for a new one. */
  contentOf(keyHash: string): string | undefined {
    const waiting = this.pending.get(keyHash);
    if (waiting !== undefined) return waiting;
    const first = firstOf(keyHash);
    const second = secondOf(keyHash);
    for (const generation of this.generations) {
      if (!generation.bloom.mayHold(first, second)) continue;
      const row = this.probe.get(generation.number, Buffer.from(keyHash, 'hex')) as { content: string } | undefined;
      if (row !== undefined) return row.content.toLowerCase();
    }
    return undefined;
  }

  /** Takes over what the log has made durable, with the positions that it was given. */
  add(entries: readonly { readonly keyHash: string; readonly contentHash: string }[], positions: readonly LogPosition[]): void {
    for (const { keyHash, contentHash } of entries) if (!this.pending.has(keyHash)) this.pending.set(keyHash, contentHash);
    for (const { partition, position } of positions) this.reach(partition, position + 1);
    if (this.pending.size >= FLUSH_AT) this.flush();
  }

  /** Moves the checkpoint over records that are not ours to index. */
  reach(partition: number, next: number): void {
    if (next > (this.reached[partition] ?? 0)) this.reached[partition] = next;
  }

  flush(): void {
    const keys = [...this.pending.keys()].sort();
    this.database.transaction(() => {
      for (let from = 0; from < keys.length; from += FLUSH_AT) this.write(keys.slice(from, from + FLUSH_AT));
      const save = this.database.prepare('INSERT OR REPLACE INTO reached (partition, position) VALUES (?, ?)');
      for (const [partition, position] of this.reached.entries()) save.run(partition, position);
    })();
    this.pending.clear();
  }

  close(): void {
    this.flush();
    this.database.close();
  }

  private write(keys: readonly string[]): void {
    const generation = this.current();
    const rows = keys.map((key) => key + (this.pending.get(key) ?? '')).join('');
    this.insert.run(Buffer.from(rows, 'hex'), generation.number, rows.length / ROW_HEX);
    for (const key of keys) generation.bloom.add(firstOf(key), secondOf(key));
    generation.count += keys.length;
    const full = generation.count >= GENERATION_SIZE;
    this.database
      .prepare('INSERT OR REPLACE INTO generation (number, count, bloom) VALUES (?, ?, ?)')
      .run(generation.number, generation.count, full ? generation.bloom.bytes() : null);
  }

  private current(): Generation {
    const last = this.generations.at(-1);
    if (last !== undefined && last.count < GENERATION_SIZE) return last;
    const next: Generation = { number: (last?.number ?? 0) + 1, bloom: new Bloom(GENERATION_SIZE + FLUSH_AT), count: 0 };
    this.generations.push(next);
    return next;
  }

  private load(): void {
    for (const row of this.database.prepare('SELECT number, count, bloom FROM generation ORDER BY number').all() as {
      number: number;
      count: number;
      bloom: Uint8Array | null;
    }[]) {
      const stored = row.bloom === null ? undefined : Buffer.from(row.bloom);
      const generation: Generation = { number: row.number, bloom: new Bloom(GENERATION_SIZE + FLUSH_AT, stored), count: row.count };
      if (stored === undefined) this.refill(generation);
      this.generations.push(generation);
    }
    for (const row of this.database.prepare('SELECT partition, position FROM reached').all() as { partition: number; position: number }[]) {
      this.reach(row.partition, row.position);
    }
  }

  private refill(generation: Generation): void {
    const rows = this.database.prepare('SELECT hex(substr(key, 1, 8)) AS head FROM seen WHERE generation = ?').all(generation.number);
    for (const { head } of rows as { head: string }[]) generation.bloom.add(firstOf(head), secondOf(head));
  }
}
