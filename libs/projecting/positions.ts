import type { LogPosition } from '@plumbline/event-log';

interface Waiting {
  readonly position: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** People and programs that wait until a position of the log can be read back. */
export class PassedPositions {
  private readonly passed = new Map<number, number>();
  private readonly waiting = new Map<number, Set<Waiting>>();
  private failure: unknown;

  /** All positions of the partition before `next` can be read back. */
  advance(partition: number, next: number): void {
    this.passed.set(partition, next);
    const waiting = this.waiting.get(partition);
    for (const entry of waiting ?? []) {
      if (entry.position >= next) continue;
      waiting?.delete(entry);
      entry.resolve();
    }
  }

  /** Resolves when the position has been passed; rejects with the signal's reason, or when nothing will be folded any more. */
  wait({ partition, position }: LogPosition, signal?: AbortSignal): Promise<void> {
    if (position < (this.passed.get(partition) ?? 0)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(asError(this.failure));
        return;
      }
      if (signal?.aborted === true) {
        reject(asError(signal.reason));
        return;
      }
      const waiting = this.waiting.get(partition) ?? new Set();
      this.waiting.set(partition, waiting);
      const abort = (): void => {
        waiting.delete(entry);
        reject(asError(signal?.reason));
      };
      const settled = (settle: () => void) => (): void => {
        signal?.removeEventListener('abort', abort);
        settle();
      };
      const entry: Waiting = { position, resolve: settled(resolve), reject };
      waiting.add(entry);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Nothing will be passed any more: everybody who waits is told why. */
  fail(reason: unknown): void {
    this.failure ??= reason;
    for (const waiting of this.waiting.values()) {
      for (const entry of waiting) entry.reject(asError(reason));
      waiting.clear();
    }
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('the waiting was given up', { cause: reason }));
