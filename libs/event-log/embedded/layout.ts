import { partitionsChanged } from '../problems';
import { newerLayout } from './problems';
import type { SqliteConnection } from './sqlite';

/** What the tables look like. 1: blocks as they are. 2: packed blocks too, and beside each its size when it is unpacked. */
const LAYOUT = 2;

/**
 * Makes the tables of a new log, or holds those that are there to what is asked for. A log of an older layout is taken over.
 * @returns the number of partitions.
 * @throws ProblemError `log.partitions-changed`, `log.newer-layout`
 */
export async function createOrCheck(writer: SqliteConnection, directory: string, asked: number | undefined): Promise<number> {
  await writer.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS blocks (id INTEGER PRIMARY KEY, block BLOB NOT NULL, unpacked INTEGER);
    INSERT OR IGNORE INTO settings (name, value) VALUES ('layout', ${LAYOUT}), ('partitions', ${asked ?? 4});
    COMMIT`);
  const select = await writer.prepare('SELECT value FROM settings WHERE name = ?');
  const setting = (name: string): number => (select.get(name) as { value: number }).value;
  const layout = setting('layout');
  if (layout > LAYOUT) throw newerLayout(directory, layout, LAYOUT);
  const created = setting('partitions');
  if (asked !== undefined && asked !== created) throw partitionsChanged(created, asked);
  if (layout < LAYOUT) await takeOver(writer);
  return created;
}

/** The blocks of the first layout stay as they are: none of them has a size to be unpacked to. */
async function takeOver(writer: SqliteConnection): Promise<void> {
  await writer.exec(`
    BEGIN IMMEDIATE;
    ALTER TABLE blocks ADD COLUMN unpacked INTEGER;
    UPDATE settings SET value = ${LAYOUT} WHERE name = 'layout';
    COMMIT`);
}
