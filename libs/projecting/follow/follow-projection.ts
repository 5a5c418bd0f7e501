import type { AnalyticsStore } from '@plumbline/analytics-store';
import { alertStatesFrom } from '@plumbline/cases';
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
  /** Within how many milliseconds listeners are told; 50 unless given, because people may have the news open before them. */
  readonly tellWithin?: number;
}

export interface FollowedProjection extends ProjectionReader {
  /** Ends following; whoever waits is told. */
  close(): Promise<void>;
}

/** While somebody waits for a position: a person's command is answered within that, and the query takes less than a millisecond. */
const WAITING_MILLISECONDS = 20;
const TELL_WITHIN_MILLISECONDS = 50;
/** Otherwise, for figures; and while the tables cannot be read. */
const IDLE_MILLISECONDS = 1_000;

/**
 * Follows tables that other processes fill. Positions have been passed when the checkpoints say so, which are looked at often while somebody
 * waits. Who listens is told of states of alerts as soon as they can be read: the next owner of a partition may take out and write again
 * what lies beyond a checkpoint, but always the same, and it is told once.
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
  /** Before these positions listeners have been told of everything: they never fall, also where tables are filled anew in their place. */
  private readonly told = new Map<number, number>();
  private refilled: readonly number[] = [];
  private waiting = 0;
  private inTrouble = false;
  private looking: Promise<void> | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private readonly pauses = new Pauses();
  private readonly tellWithin: number;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: FollowOptions) {
    this.tellWithin = options.tellWithin ?? TELL_WITHIN_MILLISECONDS;
  }

  async start(): Promise<void> {
    await this.look();
    this.toldUntil(this.known);
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
    this.pauses.shorten(this.tellWithin);
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
        if (this.inTrouble || this.waiting > 0 || performance.now() - this.lookedAt >= IDLE_MILLISECONDS) await this.look();
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
    return this.listeners.size > 0 ? this.tellWithin : IDLE_MILLISECONDS;
  }

  private look(): Promise<void> {
    this.looking ??= this.readOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** Reads how far the tables are; who waits for less goes on. */
  private async readOnce(): Promise<void> {
    this.lookedAt = performance.now();
    const checkpoints = await readCheckpoints(this.options.store);
    for (const { partition, position } of checkpoints) {
      this.known.set(partition, position);
      this.passed.advance(partition, position);
    }
    this.refilled = checkpoints.filter(({ rebuilding }) => rebuilding).map(({ partition }) => partition);
  }

  /** Tells of states that were not told of yet; where nobody listens, nobody will hear of those before the checkpoints. */
  private async tell(): Promise<void> {
    // The checkpoints as they were before reading: what lies before them was readable.
    const passed = new Map(this.known);
    if (this.listeners.size > 0) {
      const alertStates = await alertStatesFrom(this.options.store, this.told);
      if (alertStates.length > 0) for (const listener of this.listeners) listener({ alertStates });
      for (const { partition, position } of alertStates) this.told.set(partition, position + 1);
    }
    this.toldUntil(passed);
  }

  private toldUntil(positions: ReadonlyMap<number, number>): void {
    for (const [partition, position] of positions) this.told.set(partition, Math.max(position, this.told.get(partition) ?? 0));
  }
}
