import { ProblemError, type Problem } from '@plumbline/kernel';

export const RESTORE = 'Stop the platform, keep the log as it is for inspection, and restore it from a backup.';

export function corruptRecord(partition: number, position: number, what: string): ProblemError {
  return new ProblemError({
    code: 'log.corrupt-record',
    reason: `Record ${position} of partition ${partition} is not what was stored: ${what}.`,
    remedy: RESTORE,
    facts: { partition, position },
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
