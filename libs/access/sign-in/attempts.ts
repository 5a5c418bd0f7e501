import type { Clock } from '@plumbline/kernel';
import { MINUTE } from '@plumbline/kernel';

/** Wrong attempts within the window after which sign-in is closed, and for how long. */
const ALLOWED = 5;
const WINDOW = 15 * MINUTE;
/** More names than this are not counted one by one, so that a stream of invented ones cannot fill the memory. */
const MOST_KEYS = 10_000;

interface Count {
  failures: number;
  until: number;
}

/** Counts wrong attempts per person and per address. */
export class Attempts {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** Seconds for which none of these may try again; 0 where all may. */
  blockedFor(keys: readonly string[]): number {
    const now = this.clock.now();
    const ends = keys.map((key) => this.current(key)).filter((count) => count !== undefined && count.failures >= ALLOWED);
    return Math.max(0, ...ends.map((count) => Math.ceil(((count?.until ?? now) - now) / 1_000)));
  }

  /** Counts a wrong attempt; true when it is the one that closes the door. */
  fail(keys: readonly string[]): boolean {
    const now = this.clock.now();
    let closes = false;
    for (const key of keys) {
      const count = this.current(key) ?? { failures: 0, until: 0 };
      count.failures += 1;
      count.until = now + WINDOW;
      closes ||= count.failures === ALLOWED;
      this.counts.delete(key);
      this.counts.set(key, count);
    }
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= MOST_KEYS) break;
      this.counts.delete(oldest);
    }
    return closes;
  }

  succeed(keys: readonly string[]): void {
    for (const key of keys) this.counts.delete(key);
  }

  private current(key: string): Count | undefined {
    const count = this.counts.get(key);
    if (count === undefined || count.until > this.clock.now()) return count;
    this.counts.delete(key);
    return undefined;
  }
}
