import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Random bytes of the data directory, made at the first start and readable by their owner alone. */
export async function secretOf(directory: string, name: string, bytes = 32): Promise<Buffer> {
  const path = join(directory, name);
  try {
    await writeFile(path, randomBytes(bytes).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(path, 'utf8'), 'base64');
}
