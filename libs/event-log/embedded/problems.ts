import { ProblemError, type Problem } from '@plumbline/kernel';
import { errorName } from './sqlite';

const RESTORE = 'Stop the platform, keep the directory as it is for inspection, and restore the log from a backup.';

export function corruptRecord(partition: number, position: number, what: string): ProblemError {
  return new ProblemError({
    code: 'log.corrupt-record',
    reason: `Record ${position} of partition ${partition} is not what was stored: ${what}.`,
    remedy: RESTORE,
    facts: { partition, position },
  });
}

export function truncated(partition: number, end: number, acknowledged: number): ProblemError {
  return new ProblemError({
    code: 'log.truncated',
    reason: `Partition ${partition} ends at ${end}, but records up to ${acknowledged} were acknowledged.`,
    remedy: RESTORE,
    facts: { partition, end, acknowledged },
  });
}

export function outOfRange(partition: number, from: number, end: number): ProblemError {
  return new ProblemError({
    code: 'log.position-out-of-range',
    reason: `Partition ${partition} has positions 0 to ${end}, and ${from} was asked for.`,
    remedy: 'Start the reader from a position that it was given by this log; a reader of another log has to be rebuilt.',
    facts: { partition, from, end },
  });
}

export function partitionsChanged(created: number, asked: number): ProblemError {
  return new ProblemError({
    code: 'log.partitions-changed',
    reason: `The log was created with ${created} partitions and ${asked} were asked for.`,
    remedy: `Open it with ${created}; another number means a new log and an import into it.`,
    facts: { created, asked },
  });
}

export const closed = (): ProblemError =>
  new ProblemError({ code: 'log.closed', reason: 'The log has been closed.', remedy: 'Start the platform again.' });

export const overloaded = (): ProblemError =>
  new ProblemError({
    code: 'log.overloaded',
    reason: 'More records wait to be written than the log may hold in memory.',
    remedy: 'Send them again a little later, and wait for acknowledgements before sending more.',
  });

export function unacceptable(reason: string, facts: Problem['facts'] = {}): ProblemError {
  return new ProblemError({
    code: 'log.record-unacceptable',
    reason,
    remedy: 'Split or shorten what is appended.',
    facts,
  });
}

export function notWritable(directory: string, cause: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'data-directory.not-writable',
      reason: `The directory ${directory} cannot be written to.`,
      remedy: 'Give this user write access to it, or name another with PLUMBLINE_DATA_DIR.',
    },
    { cause },
  );
}

export function locked(directory: string, cause: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'data-directory.locked',
      reason: `Another process is using the log in ${directory}.`,
      remedy: 'Stop that process, or name another directory with PLUMBLINE_DATA_DIR.',
    },
    { cause },
  );
}

const DISK_FULL = new Set(['SQLITE_FULL', 'ENOSPC']);

export const isDiskFull = (error: unknown): boolean => DISK_FULL.has(errorName(error));

function diskFull(cause: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'log.disk-full',
      reason: 'The disk is full; nothing was acknowledged.',
      remedy: 'Make room; the next records are accepted as soon as there is space.',
    },
    { cause },
  );
}

/** What a failed write means: a full disk passes, everything else ends the log until it has been opened anew. */
export function writeProblem(error: unknown): ProblemError {
  const code = errorName(error);
  if (isDiskFull(error)) return diskFull(error);
  return new ProblemError(
    {
      code: 'log.write-failed',
      reason: `The log could not be written (${code || 'unknown cause'}); nothing was acknowledged.`,
      remedy: 'Check the disk and start the platform again: what the disk holds is only known after reopening.',
    },
    { cause: error },
  );
}

const NO_ACCESS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM']);

/** What a failed opening or reading of the store means. Anything that is not the store's own failure comes back as it was. */
export function storeProblem(directory: string, error: unknown): unknown {
  const code = errorName(error);
  if (code === 'SQLITE_BUSY') return locked(directory, error);
  if (isDiskFull(error)) return diskFull(error);
  if (NO_ACCESS.has(code)) return notWritable(directory, error);
  if (!code.startsWith('SQLITE_')) return error;
  return new ProblemError(
    { code: 'log.corrupt-store', reason: `The log in ${directory} cannot be read (${code}).`, remedy: RESTORE },
    { cause: error },
  );
}
