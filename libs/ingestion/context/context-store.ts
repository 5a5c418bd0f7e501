import { sha256Hex } from '@plumbline/kernel';
import type Database from 'libsql';

/** At most so many looked-up values are held in memory. */
const CACHE = 50_000;
const UNSAVED = 10_000;

/**
 * What later records refer to: the clinician and schedule behind an order, the dispenses on it, the code of a medication, the pseudonym behind a
 * business identifier. Keys are hashed and people are pseudonyms, so that the file names nobody.
 */
export class ContextStore {
  private cache = new Map<string, string>();
  private readonly unsaved = new Map<string, string>();
  private readonly select: Database.Statement;
  private readonly upsert: Database.Statement;

  constructor(private readonly database: Database.Database) {
    this.select = database.prepare('SELECT value FROM context WHERE key = ?');
    this.upsert = database.prepare('INSERT INTO context (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  }

  /** Hashes a reference within a source; the same everywhere, also in what waits in quarantine. */
  static keyOf(source: string, reference: string): string {
    return sha256Hex(`${source}\u0000${reference}`).slice(0, 32);
  }

  get(source: string, reference: string): string | undefined {
    const key = ContextStore.keyOf(source, reference);
    const held = this.unsaved.get(key) ?? this.cache.get(key);
    if (held !== undefined) return held;
    const row = this.select.get(key) as { value: string } | undefined;
    if (row !== undefined) this.hold(key, row.value);
    return row?.value;
  }

  put(source: string, reference: string, value: string): void {
    const key = ContextStore.keyOf(source, reference);
    if ((this.unsaved.get(key) ?? this.cache.get(key)) === value) return;
    this.unsaved.set(key, value);
  }

  /** The same knowledge, to which a preview may add without anybody remembering it. */
  fork(): ContextStore {
    return new ContextStore(this.database);
  }

  /** Writes what waits once there is much of it, so that reading a long log leaves memory flat. */
  flushWhenFull(): void {
    if (this.unsaved.size >= UNSAVED) this.flush();
  }

  /** Durable before anything that was looked up here is acknowledged. */
  flush(): void {
    if (this.unsaved.size === 0) return;
    this.database.transaction(() => {
      for (const [key, value] of this.unsaved) this.upsert.run(key, value);
    })();
    for (const [key, value] of this.unsaved) this.hold(key, value);
    this.unsaved.clear();
  }

  private hold(key: string, value: string): void {
    if (this.cache.size >= CACHE) this.cache = new Map();
    this.cache.set(key, value);
  }
}
