import { setTimeout } from 'node:timers/promises';

const LONGEST_MILLISECONDS = 180_000;
const LOOKED_AGAIN_MILLISECONDS = 5;

/**
 * Times how fast records come through once they come at all: the first arrival starts the clock and is not counted, so that joining a
 * group and looking for coordinators are not measured.
 */
export class SteadyFlow {
  private first: { readonly at: number; readonly count: number } | undefined;
  private count = 0;
  private newest = 0;
  private failure: Error | undefined;

  constructor(private readonly expected: number) {}

  readonly arrived = (count: number): void => {
    this.count += count;
    this.newest = performance.now();
    this.first ??= { at: this.newest, count };
  };

  readonly fail = (error: unknown): void => {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
  };

  /** Milliseconds a record, when all have arrived. @throws Error where they have not after three minutes, and what was told to `fail` */
  async millisecondsEach(): Promise<number> {
    for (const deadline = performance.now() + LONGEST_MILLISECONDS; this.count < this.expected;) {
      if (this.failure !== undefined) throw this.failure;
      if (performance.now() > deadline) throw new Error(`${this.count} of ${this.expected} records came through`);
      await setTimeout(LOOKED_AGAIN_MILLISECONDS);
    }
    const { at, count } = this.first ?? { at: Number.NaN, count: 0 };
    return (this.newest - at) / (this.count - count);
  }
}
