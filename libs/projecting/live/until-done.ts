import { setTimeout } from 'node:timers/promises';
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
      if (!isPassing(error)) throw error;
      if (givenUp()) return false;
      onTrouble(error, attempt);
      await setTimeout(Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE), undefined, { signal }).catch(() => undefined);
      if (givenUp()) return false;
    }
  }
}

const FOR_GOOD: ReadonlySet<string> = new Set(['analytics-store.closed', 'analytics-store.condition-failed']);

/** What the store could not do now it may do later; anything else is a mistake of ours or the word of another owner. */
function isPassing(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.code.startsWith('analytics-store.') && !FOR_GOOD.has(error.code);
}

/** An insert of ours was refused, because somebody else has taken the partition over. */
export const isTakenOver = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'analytics-store.condition-failed' || error.code === 'projecting.partition-taken-over');
