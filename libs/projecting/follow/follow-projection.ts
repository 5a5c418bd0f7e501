import type { AnalyticsStore } from '@plumbline/analytics-store';
import { caseNews, type LogStretch } from '@plumbline/cases';
import type { EventLog, LogPosition } from '@plumbline/event-log';
import { PassedPositions } from '../positions';
import type { News, ProjectionReader } from '../projection-reader';
import { readCheckpoints } from './checkpoints';
import { Pauses } from './pauses';

export interface FollowOptions {
  readonly log: Pick<EventLog, 'ends'>;
  /** Where somebody else writes rows and checkpoints. */
  readonly store: AnalyticsStore;
  /** The tables cannot be read for now; told once for each time. They are looked at again until they can be. */
  readonly onTrouble?: (error: unknown) => void;
  /** They can be read again. */
  readonly onRecovery?: () => void;
}

export interface FollowedProjection extends ProjectionReader {
  /** Ends following; whoever waits is told. */
  close(): Promise<void>;
}

/** While somebody waits for a position: a person's command is answered within that, and the query takes less than a millisecond. */
const WAITING_MILLISECONDS = 20;
/** While somebody listens to news. */
const LISTENING_MILLISECONDS = 200;
/** Otherwise, for figures; and while the tables cannot be read. */
const IDLE_MILLISECONDS = 1_000;

/**
 * Follows tables that other processes fill, by looking at their checkpoints: often while somebody waits for a position, seldom while
 * nobody does. What lies beyond a checkpoint is never told of, because it may yet be taken out again by the next owner of its partition.
 * @throws ProblemError `analytics-store.…` where the checkpoints cannot be read at the start.
 */
export async function followProjection(options: FollowOptions): Promise<FollowedProjection> {
  const followed = new Following(options);
  await followed.start();
  return followed;
}

class Following implements FollowedProjection {
  private readonly passed = new PassedPositions();
  private readonly listeners = new Set<(news: News) => void>();
  private readonly known = new Map<number, number>();
  /** What listeners have been told of: it never falls, also where tables are filled anew in their place. */
  private readonly told = new Map<number, number>();
  private refilled: readonly number[] = [];
  private waiting = 0;
  private inTrouble = false;
  private looking: Promise<void> | undefined;
  private readonly pauses = new Pauses();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: FollowOptions) {}

  async start(): Promise<void> {
    await this.look();
    for (const [partition, position] of this.known) this.told.set(partition, position);
    this.running = this.run();
  }

  async waitForPosition(position: LogPosition, signal?: AbortSignal): Promise<void> {
    this.waiting += 1;
    this.pauses.shorten(WAITING_MILLISECONDS);
    try {
      await this.passed.wait(position, signal);
    } finally {
      this.waiting -= 1;
    }
  }

  subscribe(listener: (news: News) => void): () => void {
    this.listeners.add(listener);
    this.pauses.shorten(LISTENING_MILLISECONDS);
    return () => this.listeners.delete(listener);
  }

  positions(): ReadonlyMap<number, number> {
    return new Map(this.known);
  }

  rebuilding(): readonly number[] {
    return this.refilled;
  }

  async behind(): Promise<number> {
    // A look that is under way may have begun before what the caller knows of.
    await this.looking?.catch(() => undefined);
    const [ends] = await Promise.all([this.options.log.ends(), this.look()]);
    return ends.reduce((sum, end, partition) => sum + Math.max(0, end - (this.known.get(partition) ?? 0)), 0);
  }

  async close(): Promise<void> {
    this.pauses.end();
    await this.running;
    this.passed.fail(new Error('the projection is no longer followed'));
  }

  private async run(): Promise<void> {
    while (await this.pauses.within(this.pause())) {
      try {
        await this.look();
        await this.tell();
        if (this.inTrouble) this.options.onRecovery?.();
        this.inTrouble = false;
      } catch (error) {
        if (!this.inTrouble) this.options.onTrouble?.(error);
        this.inTrouble = true;
      }
    }
  }

  private pause(): number {
    if (this.inTrouble) return IDLE_MILLISECONDS;
    if (this.waiting > 0) return WAITING_MILLISECONDS;
    return this.listeners.size > 0 ? LISTENING_MILLISECONDS : IDLE_MILLISECONDS;
  }

  private look(): Promise<void> {
    this.looking ??= this.readOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** Reads how far the tables are; who waits for less goes on. */
  private async readOnce(): Promise<void> {
    const checkpoints = await readCheckpoints(this.options.store);
    for (const { partition, position } of checkpoints) {
      this.known.set(partition, position);
      this.passed.advance(partition, position);
    }
    this.refilled = checkpoints.filter(({ rebuilding }) => rebuilding).map(({ partition }) => partition);
  }

  /** Tells of what lies between the last news and the checkpoints. */
  private async tell(): Promise<void> {
    const stretches = [...this.known].flatMap(([partition, to]): LogStretch[] => {
      const from = this.told.get(partition) ?? 0;
      return to > from ? [{ partition, from, to }] : [];
    });
    if (stretches.length === 0) return;
    if (this.listeners.size > 0) {
      const news: News = {
        ...(await caseNews(this.options.store, stretches)),
        passed: stretches.map(({ partition, to }) => ({ partition, next: to })),
      };
      for (const listener of this.listeners) listener(news);
    }
    for (const { partition, to } of stretches) this.told.set(partition, to);
  }
}
