import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** The durable part of ingestion beside the log: quarantine, and what is kept for lookup. One file, so that one backup holds both. */
export function openIntakeStore(directory: string): Database.Database {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'intake.sqlite');
  const database = new Database(path);
  database.exec('PRAGMA journal_mode=WAL');
  // FULL: what stands in quarantine has been acknowledged and exists nowhere else.
  database.exec('PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000');
  database.exec(`
    CREATE TABLE IF NOT EXISTS quarantine (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      fingerprint TEXT NOT NULL,
      state TEXT NOT NULL,
      code TEXT NOT NULL,
      problems TEXT NOT NULL,
      place TEXT NOT NULL,
      source TEXT NOT NULL,
      format TEXT NOT NULL,
      options TEXT NOT NULL,
      original BLOB NOT NULL,
      mended BLOB,
      received_at INTEGER NOT NULL,
      settled_at INTEGER,
      attempts INTEGER NOT NULL,
      awaits TEXT,
      due INTEGER
    );
    CREATE UNIQUE INDEX IF NOT EXISTS quarantine_once ON quarantine (fingerprint);
    CREATE INDEX IF NOT EXISTS quarantine_by_state ON quarantine (state, code, id);
    CREATE INDEX IF NOT EXISTS quarantine_waiting ON quarantine (awaits) WHERE awaits IS NOT NULL AND state = 'open';
    CREATE TABLE IF NOT EXISTS context (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS register_entry (
      register TEXT NOT NULL, entry TEXT NOT NULL, present INTEGER NOT NULL, content TEXT NOT NULL, people TEXT NOT NULL,
      PRIMARY KEY (register, entry)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS register_snapshot (
      register TEXT NOT NULL, day TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (register, day)
    ) WITHOUT ROWID;`);
  const columns = database.prepare('PRAGMA table_info(quarantine)').all() as { readonly name: string }[];
  if (!columns.some(({ name }) => name === 'due')) database.exec('ALTER TABLE quarantine ADD COLUMN due INTEGER');
  database.exec("CREATE INDEX IF NOT EXISTS quarantine_due ON quarantine (due) WHERE due IS NOT NULL AND state = 'open'");
  // Originals may name people.
  chmodSync(path, 0o600);
  return database;
}
