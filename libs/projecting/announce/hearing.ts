import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '@plumbline/event-log';
import { announcementOf, type Announcement } from './announcement';

/** The one partition of the log of announcements. */
const PARTITION = 0;
const TRIED_AGAIN_MILLISECONDS = 1_000;

export interface HearingOptions {
  readonly log: Pick<EventLog, 'ends' | 'read' | 'waitFor'>;
  readonly heard: (announcement: Announcement) => void;
  /** Nothing can be heard for now; told once for each time. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Hears announcements from now on. What cannot be read is left behind, because an announcement is no truth: it says sooner what stands
 * in the tables.
 */
export class Hearing {
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private deaf = false;

  private constructor(private readonly options: HearingOptions) {}

  /** @throws ProblemError `kafka.…` where the log cannot be asked for its end */
  static async from(options: HearingOptions): Promise<Hearing> {
    const hearing = new Hearing(options);
    hearing.running = hearing.listen(await hearing.end());
    return hearing;
  }

  /** Whether what is announced now will be heard. */
  get works(): boolean {
    return !this.deaf;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async listen(from: number): Promise<void> {
    const { log, heard, onTrouble } = this.options;
    const { signal } = this.closing;
    for (let next: number | undefined = from; !this.isClosed();) {
      try {
        next ??= await this.end();
        await log.waitFor(PARTITION, next, signal);
        const batch = await log.read(PARTITION, next);
        next = batch.next;
        this.deaf = false;
        for (const { bytes } of batch.records) heard(announcementOf(bytes));
      } catch (error) {
        if (this.isClosed()) return;
        if (!this.deaf) onTrouble(error);
        this.deaf = true;
        next = undefined;
        await pause(TRIED_AGAIN_MILLISECONDS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private async end(): Promise<number> {
    return (await this.options.log.ends())[PARTITION] ?? 0;
  }
}
