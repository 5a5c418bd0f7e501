import { makeDirectory } from '@plumbline/kernel';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { locked, notWritable } from './problems';
import { connect, errorName } from './sqlite';

/** Creates the directory and makes its own entry durable. */
export async function prepareDirectory(directory: string): Promise<void> {
  try {
    const created = await makeDirectory(resolve(directory));
    if (created === undefined) return;
    for (let path = resolve(directory); path.length >= created.length; path = dirname(path)) await syncDirectory(dirname(path));
  } catch (error) {
    throw notWritable(directory, error);
  }
}

/** Makes the names of files that were created in the directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Holds the directory for this process. The lock is the operating system's, taken through an empty SQLite file: it ends with the
 * process, however that dies, so that there is never a stale one to remove.
 * @throws ProblemError `data-directory.locked`, `data-directory.not-writable`
 * @returns what lets it go.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  try {
    const connection = connect(join(directory, 'lock'));
    await connection.exec('BEGIN EXCLUSIVE');
    return async () => {
      await connection.exec('ROLLBACK');
      connection.close();
    };
  } catch (error) {
    if (errorName(error) === 'SQLITE_BUSY') throw locked(directory, error);
    throw notWritable(directory, error);
  }
}
