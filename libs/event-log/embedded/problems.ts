import { ProblemError } from '@plumbline/kernel';
import { RESTORE } from '../problems';
import { errorName } from './sqlite';

export function truncated(partition: number, end: number, acknowledged: number): ProblemError {
  return new ProblemError({
    code: 'log.truncated',
    reason: `Partition ${partition} ends at ${end}, but records up to ${acknowledged} were acknowledged.`,
    remedy: RESTORE,
    facts: { partition, end, acknowledged },
  });
}

export function newerLayout(directory: string, layout: number, known: number): ProblemError {
  return new ProblemError({
    code: 'log.newer-layout',
    reason: `The log in ${directory} was written by a newer release: its layout is ${layout}, and this one knows them up to ${known}.`,
    remedy: 'Start a release that is at least as new as the one that wrote it, or restore the backup from before the upgrade.',
    facts: { layout, known },
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
