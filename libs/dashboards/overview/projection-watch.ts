import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { Clock } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';

/** How far the tables follow the log. */
export interface ProjectionProgress {
  /** Events in the log that cannot be read yet; rejects where the log or the tables do not answer. */
  behind(): Promise<number>;
  /** Partitions whose tables are being filled anew, and hold the log's beginning only. */
  rebuilding(): readonly number[];
}

/** At five thousand events a second so many are on their way all the time, and nobody sees it. */
const NEAR_EVENTS = 5_000;
const LOOK_EVERY_MILLISECONDS = 2_000;
/** A burst is caught up with in a moment; only what lasts longer is worth a word. */
const TOLERATED_MILLISECONDS = 10_000;

/** Knows since when the tables no longer follow the log, so that old figures say that they are old. */
export class ProjectionWatch implements OnModuleInit, OnModuleDestroy {
  private lastNear: number;
  private timer: NodeJS.Timeout | undefined;
  private answers = true;

  constructor(
    private readonly progress: ProjectionProgress,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.lastNear = clock.now();
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MILLISECONDS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** UTC milliseconds at which the tables were last seen close behind the log; null while they are. */
  get staleSince(): number | null {
    const stale = this.progress.rebuilding().length > 0 || this.clock.now() - this.lastNear > TOLERATED_MILLISECONDS;
    return stale ? this.lastNear : null;
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    try {
      if ((await this.progress.behind()) <= NEAR_EVENTS) this.lastNear = now;
      this.answers = true;
    } catch (error) {
      // Once, and not every two seconds: the dashboards show how long it lasts.
      if (this.answers) this.logger.warn({ err: error }, 'how far the tables follow the log cannot be found out');
      this.answers = false;
    }
  }
}
