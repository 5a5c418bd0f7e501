import { setTimeout } from 'node:timers/promises';
import { isPassing } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

/**
 * Repeats what the analytics store could not do now, with growing pauses, until it is done. False where the signal put an end to it.
 * @throws whatever no repetition mends.
 */
export async function untilDone(
  work: (attempt: number) => Promise<void>,
  signal: AbortSignal,
  onTrouble: (problem: ProblemError, attempt: number) => void,
): Promise<boolean> {
  const givenUp = (): boolean => signal.aborted;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work(attempt);
      return true;
    } catch (error) {
      if (!mayBeTriedAgain(error)) throw error;
      if (givenUp()) return false;
      onTrouble(error, attempt);
      await setTimeout(Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE), undefined, { signal }).catch(() => undefined);
      if (givenUp()) return false;
    }
  }
}

/** What a round writes and asks is bounded, so it is the server that had too little time or memory for it, and that passes. */
const SERVER_OVERLOADED: ReadonlySet<string> = new Set(['analytics-store.too-slow', 'analytics-store.too-large']);

/** What the store could not do now it may do later; anything else is a mistake of ours or the word of another owner. */
const mayBeTriedAgain = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && (isPassing(error) || SERVER_OVERLOADED.has(error.code));

/** An insert of ours was refused, because somebody else has taken the partition over. */
export const isTakenOver = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'analytics-store.condition-failed' || error.code === 'projecting.partition-taken-over');
