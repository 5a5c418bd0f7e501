import { makeDirectory, ProblemError } from '@plumbline/kernel';
import { constants } from 'node:fs';
import { access, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where a platform on the embedded stores keeps what is its own. One process at a time; the log holds the lock. */
export interface DataDirectory {
  readonly path: string;
  readonly log: string;
  readonly clickhouse: string;
  readonly identities: string;
  readonly ingestion: string;
  readonly projecting: string;
  readonly secrets: string;
}

/** What a running platform tells the command line about itself. */
export interface RunningPlatform {
  readonly pid: number;
  readonly address: string;
  /** Lets the command line administer the running platform; the file is readable by its owner alone. */
  readonly token: string;
}

const RUNNING = 'platform.json';

/**
 * Creates the directory where it is missing.
 * @throws ProblemError `data-directory.not-writable` where it cannot be made or written to.
 */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const layout: DataDirectory = {
    path,
    log: join(path, 'log'),
    clickhouse: join(path, 'clickhouse'),
    identities: join(path, 'identities'),
    ingestion: join(path, 'ingestion'),
    projecting: join(path, 'projecting'),
    secrets: join(path, 'secrets'),
  };
  try {
    for (const directory of [path, layout.log, layout.identities, layout.ingestion, layout.projecting])
      await makeDirectory(resolve(directory));
    await makeDirectory(resolve(layout.secrets), 0o700);
    await access(path, constants.W_OK);
  } catch (error) {
    throw new ProblemError(
      {
        code: 'data-directory.not-writable',
        reason: `The data directory ${path} cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
        remedy: 'Give this user write access to it, or name another with PLUMBLINE_DATA_DIR.',
      },
      { cause: error },
    );
  }
  return layout;
}

/** Announces a running platform; written beside and renamed, so that a reader never sees half of it. */
export async function announce(directory: string, running: RunningPlatform): Promise<void> {
  const file = join(directory, RUNNING);
  await writeFile(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function withdrawAnnouncement(directory: string): Promise<void> {
  await rm(join(directory, RUNNING), { force: true });
}

/** The platform that runs on this directory, or undefined where none does. A file left behind by a crash is recognised by its dead process. */
export async function runningPlatform(directory: string): Promise<RunningPlatform | undefined> {
  let text: string;
  try {
    text = await readFile(join(directory, RUNNING), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const running = JSON.parse(text) as RunningPlatform;
  return isAlive(running.pid) ? running : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
