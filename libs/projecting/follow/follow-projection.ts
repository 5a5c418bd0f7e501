import type { AnalyticsStore } from '@plumbline/analytics-store';
import { alertStatesFrom, type AlertState } from '@plumbline/cases';
import type { EventLog, LogPosition } from '@plumbline/event-log';
import type { Announcement } from '../announce/announcement';
import { Hearing } from '../announce/hearing';
import { PassedPositions } from '../positions';
import type { News, ProjectionReader } from '../projection-reader';
import { readCheckpoints } from './checkpoints';
import { Pauses } from './pauses';

export interface FollowOptions {
  readonly log: Pick<EventLog, 'ends'>;
  /** Where somebody else writes rows and checkpoints. */
  readonly store: AnalyticsStore;
  /** Where projectors announce what can be read. Without it the tables are looked at again and again. */
  readonly announcements?: Pick<EventLog, 'ends' | 'read' | 'waitFor'>;
  /** Announcements cannot be heard for now; told once for each time. The tables are looked at meanwhile. */
  readonly onDeafness?: (error: unknown) => void;
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
/** While somebody listens and nothing can be heard: people may have the news open before them. */
const TELL_WITHIN_MILLISECONDS = 50;
/** Otherwise, for figures and for announcements that were lost; and while the tables cannot be read. */
const IDLE_MILLISECONDS = 1_000;
/** Announcements that wait because the tables cannot be read; one is a kilobyte or some hundred. */
const MOST_WAITING = 100;

/**
 * Follows tables that other processes fill. Positions have been passed when the checkpoints say so, which are looked at often while somebody
 * waits. Who listens is told of states of alerts as soon as they can be read: the next owner of a partition may take out and write again
 * what lies beyond a checkpoint, but always the same, and it is told once. Announcements carry such states, so that nothing is read for them; one that
 * does not follow on what was told makes it look into the tables.
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
  private readAt = Number.NEGATIVE_INFINITY;
  /** Announced and not told of yet. */
  private readonly heard: Announcement[] = [];
  private hearing: Hearing | undefined;
  private reading = false;
  private readonly pauses = new Pauses();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: FollowOptions) {}

  async start(): Promise<void> {
    // Before the first look, so that nothing falls between.
    await this.listen();
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
    this.pauses.shorten(TELL_WITHIN_MILLISECONDS);
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
    await Promise.all([this.running, this.hearing?.close()]);
    this.passed.fail(new Error('the projection is no longer followed'));
  }

  private async listen(): Promise<void> {
    const { announcements: log, onDeafness } = this.options;
    if (log === undefined) return;
    this.hearing = await Hearing.from({
      log,
      heard: (announcement) => {
        // Too many are told of by reading: where some are missing, the next one makes that known.
        if (this.heard.length === MOST_WAITING) this.heard.length = 0;
        this.heard.push(announcement);
        // What is being read may be told by it as well; afterwards it is not told again.
        if (this.reading || !this.tellHeard()) this.pauses.shorten(0);
      },
      onTrouble: (error) => {
        onDeafness?.(error);
        this.pauses.shorten(TELL_WITHIN_MILLISECONDS);
      },
    });
  }

  private async run(): Promise<void> {
    while (await this.pauses.within(this.pause())) {
      try {
        const allTold = this.tellHeard();
        if (this.inTrouble || this.waiting > 0 || isDue(this.lookedAt)) await this.look();
        if (!allTold || !this.hears || isDue(this.readAt)) await this.readAndTell();
        if (this.inTrouble) this.options.onRecovery?.();
        this.inTrouble = false;
      } catch (error) {
        if (!this.inTrouble) this.options.onTrouble?.(error);
        this.inTrouble = true;
      }
    }
  }

  private get hears(): boolean {
    return this.hearing?.works === true;
  }

  private pause(): number {
    if (this.inTrouble) return IDLE_MILLISECONDS;
    if (this.heard.length > 0) return 0;
    if (this.waiting > 0) return WAITING_MILLISECONDS;
    return this.listeners.size > 0 && !this.hears ? TELL_WITHIN_MILLISECONDS : IDLE_MILLISECONDS;
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

  /** Tells of what was announced; false where one does not follow on what was told, or does not carry its states. */
  private tellHeard(): boolean {
    for (let next = this.heard[0]; next !== undefined; next = this.heard[0]) {
      const { stretches, states } = next;
      if (states === undefined || stretches.some(({ partition, from }) => from > this.toldBefore(partition))) return false;
      this.heard.shift();
      this.tell(states.filter(({ partition, position }) => position >= this.toldBefore(partition)));
      this.toldUntil(endsOf(next));
    }
    return true;
  }

  /** Tells of states in the tables that were not told of yet; where nobody listens, nobody will hear of those before the checkpoints. */
  private async readAndTell(): Promise<void> {
    this.readAt = performance.now();
    this.reading = true;
    try {
      // What was passed and announced before reading was readable.
      const passed = new Map(this.known);
      const announced = this.heard.splice(0).flatMap(endsOf);
      if (this.listeners.size > 0) {
        const alertStates = await alertStatesFrom(this.options.store, this.told);
        this.tell(alertStates);
        this.toldUntil(alertStates.map(({ partition, position }) => [partition, position + 1]));
      }
      this.toldUntil(passed);
      this.toldUntil(announced);
    } finally {
      this.reading = false;
    }
  }

  private tell(alertStates: readonly AlertState[]): void {
    if (alertStates.length > 0) for (const listener of this.listeners) listener({ alertStates });
  }

  private toldBefore(partition: number): number {
    return this.told.get(partition) ?? 0;
  }

  private toldUntil(positions: Iterable<readonly [partition: number, position: number]>): void {
    for (const [partition, position] of positions) this.told.set(partition, Math.max(position, this.toldBefore(partition)));
  }
}

const isDue = (last: number): boolean => performance.now() - last >= IDLE_MILLISECONDS;

/** By partition, the position after the last that is spoken of. */
const endsOf = ({ stretches }: Announcement): readonly (readonly [partition: number, position: number])[] =>
  stretches.map(({ partition, to }) => [partition, to]);
