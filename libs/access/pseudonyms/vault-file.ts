import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Opens the file in which identities lie sealed; the main thread reads and erases, a thread of its own adds. */
export function openVaultFile(directory: string): Database.Database {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'identities.sqlite');
  const database = new Database(path);
  database.exec('PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL');
  // FULL: an identity is durable before the first event under its pseudonym. secure_delete: an erased key leaves no trace in free pages.
  database.exec('PRAGMA synchronous=FULL; PRAGMA secure_delete=ON');
  database.exec(`
    CREATE TABLE IF NOT EXISTS identity (pseudonym TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS subject_key (pseudonym TEXT PRIMARY KEY, wrapped BLOB, erased_at TEXT) WITHOUT ROWID;`);
  chmodSync(path, 0o600);
  return database;
}
