import type { ProblemError } from '@plumbline/kernel';

/** What the command line says with its exit code; documented in docs/operating/command-line.md. */
export const EXIT = {
  done: 0,
  /** It could not be done; the problem stands on standard error. */
  failed: 1,
  /** The command itself was wrong: an unknown option, a missing argument. */
  usage: 2,
  /** Done, and something waits for a person: records in quarantine. */
  attention: 3,
  /** A check found something: damage, a difference, a faulty policy. */
  found: 4,
  /** The data directory is held by a process that cannot do it now. */
  busy: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BUSY = new Set(['data-directory.locked', 'platform.not-answering']);

export const exitCodeOf = (error: ProblemError): ExitCode => (BUSY.has(error.code) ? EXIT.busy : EXIT.failed);
