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
  // Pseudonyms are random: the pages of their index stay in memory, where each is changed many times.
  database.exec('PRAGMA cache_size=-32000');
  database
    .transaction(() => {
      createTable(database);
    })
    .immediate();
  chmodSync(path, 0o600);
  return database;
}

/**
 * A row for each subject in the order in which they came, so that many new ones share a page; ordered by their pseudonyms each would
 * rewrite a page of its own. Files of the first layout, with a table for the keys and another for the identities, are taken over.
 */
function createTable(database: Database.Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS subject (
      number INTEGER PRIMARY KEY, pseudonym TEXT NOT NULL UNIQUE, wrapped BLOB, sealed BLOB, erased_at TEXT
    )`);
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'subject_key'").get() === undefined) return;
  database.exec(`
    INSERT INTO subject (pseudonym, wrapped, sealed, erased_at)
      SELECT pseudonym, wrapped, sealed, erased_at FROM subject_key LEFT JOIN identity USING (pseudonym);
    DROP TABLE identity;
    DROP TABLE subject_key`);
}
