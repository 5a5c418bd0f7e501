import { closed } from './problems';

interface Waiter {
  readonly partition: number;
  readonly from: number;
  readonly arrived: () => void;
  readonly ended: (error: Error) => void;
}

/** Those who wait for a record that is not there yet. */
export class Arrivals {
  private readonly waiters = new Set<Waiter>();

  /** Resolves at the next announcement of an end beyond `from`, or when the signal aborts. */
  wait(partition: number, from: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => () => {
        signal.removeEventListener('abort', onAbort);
        this.waiters.delete(waiter);
        finish();
      };
      const onAbort = settle(resolve);
      const waiter: Waiter = {
        partition,
        from,
        arrived: onAbort,
        ended: (error) => {
          settle(() => {
            reject(error);
          })();
        },
      };
      this.waiters.add(waiter);
      signal.addEventListener('abort', onAbort);
    });
  }

  announce(ends: readonly number[]): void {
    for (const waiter of [...this.waiters]) if ((ends[waiter.partition] ?? 0) > waiter.from) waiter.arrived();
  }

  /** Whether anybody waits for a record of the partition. */
  waitedFor(partition: number): boolean {
    return [...this.waiters].some((waiter) => waiter.partition === partition);
  }

  /** Rejects those who wait for a partition that cannot be read any more. */
  fail(partition: number, error: Error): void {
    for (const waiter of [...this.waiters]) if (waiter.partition === partition) waiter.ended(error);
  }

  close(): void {
    for (const waiter of [...this.waiters]) waiter.ended(closed());
  }
}
