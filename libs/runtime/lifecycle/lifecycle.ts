import type { Logger } from '../logging/logger';

interface Part {
  readonly name: string;
  readonly stop: () => Promise<void> | void;
}

/** Nothing that stops in an orderly way takes longer than this; a second interrupt does not wait for it. */
const STOP_LIMIT_MILLISECONDS = 30_000;
/** One Ctrl+C comes several times: from the terminal, and from every program that stands between and passes it on, as npm does. */
const SAME_INTERRUPT_MILLISECONDS = 1_000;

/**
 * The order in which a process stops: the reverse of the order in which its parts were started, so that intake stops before
 * what it feeds. The process then ends by itself, with nothing left to do: `process.exit` with the embedded engine at work
 * crashes or hangs.
 */
export class Lifecycle {
  private readonly parts: Part[] = [];
  private stopping: Promise<void> | undefined;
  private giveUp: (error: unknown) => void = () => undefined;
  /** Rejects when a part has failed for good. */
  readonly failed = new Promise<never>((_, reject) => (this.giveUp = reject));

  constructor(
    private readonly logger: Logger,
    private readonly limitMilliseconds = STOP_LIMIT_MILLISECONDS,
  ) {
    // Whoever starts or runs the process waits for it; before that it is no unhandled rejection.
    this.failed.catch(() => undefined);
  }

  /** Registers how a part that has just started is stopped. `stop` resolves when nothing of the part is at work any more. */
  onStop(name: string, stop: () => Promise<void> | void): void {
    this.parts.push({ name, stop });
  }

  /** A part has failed for good: whoever waits in {@link untilStopped} is told, and the process ends as one that failed. */
  fail(part: string, error: unknown): void {
    this.logger.fatal({ err: error, part }, `${part} has failed for good; the process ends`);
    this.giveUp(error);
  }

  /** Stops all parts once, whoever asks. A part that fails or hangs is named and does not keep the rest from stopping. */
  async stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  /**
   * Listens from the call on; resolves when the process is asked to end (interrupt or terminate) and all parts have stopped. A person who
   * interrupts once more, a second later or after that, ends it at once; who supervises the process has a stronger signal for that.
   * Rejects where a part has failed for good, after the others have stopped.
   */
  async untilStopped(signals: NodeJS.EventEmitter = process): Promise<void> {
    const asked = new Promise<void>((resolve) => {
      let interruptedAt: number | undefined;
      signals.on('SIGINT', () => {
        const now = performance.now();
        interruptedAt ??= now;
        if (now - interruptedAt >= SAME_INTERRUPT_MILLISECONDS) process.kill(process.pid, 'SIGKILL');
        resolve();
      });
      signals.on('SIGTERM', () => {
        resolve();
      });
    });
    try {
      await Promise.race([asked, this.failed]);
    } finally {
      await this.stop();
    }
  }

  private async stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.parts.reverse()) {
      try {
        await this.within(part);
      } catch (error) {
        failures.push(error);
        this.logger.error({ err: error, part: part.name }, `${part.name} did not stop in order`);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not every part stopped in order');
  }

  private async within(part: Part): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`${part.name} did not stop within ${this.limitMilliseconds} ms`));
      }, this.limitMilliseconds);
    });
    try {
      await Promise.race([part.stop(), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
