import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it, as mkdir does with `recursive`. Node's own way of doing so never ends below a directory in which
 * nothing can be made and that says so with ENOENT, such as /proc.
 * @param path absolute. @param mode of the directory itself, and not of those above it.
 * @returns the uppermost directory that was made, undefined where it was there already.
 * @throws the file system's own error.
 */
export async function makeDirectory(path: string, mode?: number): Promise<string | undefined> {
  try {
    return await makeOne(path, mode);
  } catch (error) {
    const above = dirname(path);
    if (codeOf(error) !== 'ENOENT' || existsSync(above)) throw error;
    const uppermost = await makeDirectory(above);
    await makeOne(path, mode);
    return uppermost;
  }
}

async function makeOne(path: string, mode: number | undefined): Promise<string | undefined> {
  try {
    await mkdir(path, mode);
    return path;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
