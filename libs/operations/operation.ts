import type { Platform } from '@plumbline/platform';

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

/** Waits until everything that the log holds now can be read in ClickHouse. */
export async function caughtUp(platform: Platform, report: Report): Promise<void> {
  const ends = await platform.log.ends();
  const start = await platform.projection.behind();
  const timer = setInterval(() => {
    void platform.projection.behind().then((behind) => {
      report({ what: 'folding', done: Math.max(0, start - behind), total: start, unit: 'events' });
    }, ignoreWhileWaiting);
  }, 200);
  try {
    await Promise.all(
      ends.map((end, partition) => (end === 0 ? Promise.resolve() : platform.projection.waitForPosition({ partition, position: end - 1 }))),
    );
  } finally {
    clearInterval(timer);
  }
  report({ what: 'folding', done: start, total: start, unit: 'events' });
}

/** A projector that has failed says so to whoever waits for a position; a progress bar that stands still needs no error of its own. */
const ignoreWhileWaiting = (): void => undefined;
