import { ProblemError, type Problem } from '@plumbline/kernel';
import { untilRead, type Platform } from '@plumbline/platform';
import { setTimeout } from 'node:timers/promises';

/** How far an operation is; `total` 0 where nobody knows. */
export interface Progress {
  /** What is being done, for a person: `folding`, the name of a file. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'events' | 'records' | 'rows';
}

export type Report = (progress: Progress) => void;

/**
 * Something that an operator asks of a platform. Request and result are plain JSON, because a running platform is asked over HTTP; paths
 * are absolute and belong to the machine that both run on.
 */
export type Operation<Request, Result> = (platform: Platform, request: Request, report: Report) => Promise<Result>;

/** So long nothing may happen before it is said that nobody folds. A projector that takes partitions over reads the log meanwhile. */
const STANDSTILL_MILLISECONDS = 120_000;
const LOOKED_AGAIN_MILLISECONDS = 200;

/**
 * Waits until everything that the log holds now can be read in ClickHouse.
 * @throws ProblemError `projection.stands-still` where nothing comes nearer
 */
export async function caughtUp({ log, projection }: Pick<Platform, 'log' | 'projection'>, report: Report): Promise<void> {
  const start = await projection.behind();
  const over = new AbortController();
  const goesOn = (): boolean => !over.signal.aborted;
  const watch = async (): Promise<void> => {
    for (let [least, since] = [start, performance.now()]; goesOn() && least > 0;) {
      await setTimeout(LOOKED_AGAIN_MILLISECONDS);
      const behind = await projection.behind();
      if (behind < least) [least, since] = [behind, performance.now()];
      // An answer that comes when all is done would be news of the past.
      if (goesOn()) report({ what: 'folding', done: Math.max(0, start - behind), total: start, unit: 'events' });
      if (performance.now() - since > STANDSTILL_MILLISECONDS) throw new ProblemError(standsStill);
    }
  };
  const read = untilRead(log, projection);
  try {
    await Promise.race([read, watch().then(() => read)]);
  } finally {
    over.abort();
  }
  report({ what: 'folding', done: start, total: start, unit: 'events' });
}

const standsStill: Problem = {
  code: 'projection.stands-still',
  reason: 'Events wait in the log, and nobody folds them.',
  remedy: 'See that a projector runs and that its /health/ready is well, then run the command again.',
};
