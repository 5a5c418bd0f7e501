import { joined, type Bounds } from '../fold/bounds';
import type { Round } from '../fold/pipeline';
import type { ProjectorListeners } from '../options';
import type { News } from '../projection-reader';
import { takenTogether } from './merged-round';
import type { Progress } from './progress';
import type { RoundWriter } from './round-writer';
import { untilDone } from './until-done';

/** What has become readable, and which positions have been passed by it. */
export interface Written extends News {
  /** For some partitions, the position before which everything can be read back. */
  readonly passed: readonly { readonly partition: number; readonly next: number }[];
}

export interface WritingParts {
  readonly checkpointMilliseconds: number;
  readonly progress: Progress;
  readonly writer: RoundWriter;
  readonly listeners: ProjectorListeners;
  readonly announce: (written: Written) => void;
}

/**
 * While small rounds come one after the other, their other rows are written so far apart. Each insert makes a part that ClickHouse has to
 * merge: written with every round of a hundred events they cost more than all the rest, and alerts wait for the cores.
 */
const APART_MILLISECONDS = 300;
/** So many are worth an insert of their own. */
const ENOUGH_EVENTS = 2_000;

/** Whether something became of a case. States that only renew what an alert shows call nobody. */
const isAwaited = ({ rows }: Round): boolean => rows.countOf('caseHistory') > 0;

/**
 * Writes what was folded, on two ways at once: states of alerts as soon as a round has something that people wait for; behind them all other
 * rows, of as many rounds as have gathered meanwhile, and the checkpoint. Neither way ever rejects: what goes wrong for good is kept as the failure.
 */
export class Writing {
  /** Events that were handed over and whose rows are not all written. */
  unwritten = 0;
  /** The states of their alerts are not written yet. */
  private readonly untold: Round[] = [];
  /** The states of their alerts are written, their other rows are not. */
  private readonly gathered: Round[] = [];
  /** Written without anything to be said of it, so that the next announcement speaks of it too. */
  private unannounced: Bounds = [];
  private awaited: Promise<void> = Promise.resolve();
  private rest: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastRows = Number.NEGATIVE_INFINITY;
  private lastCheckpoint = Number.NEGATIVE_INFINITY;
  private failed: { readonly error: unknown } | undefined;
  /** Something was left out when it was stopped; what comes behind must not be written either. */
  private givenUp = false;

  constructor(
    private readonly parts: WritingParts,
    private readonly signal: AbortSignal,
    private readonly onFailure: () => void,
  ) {}

  get failure(): { readonly error: unknown } | undefined {
    return this.failed;
  }

  /** Nothing is written any more: it failed for good, or was stopped while it could not be done. */
  get ended(): boolean {
    return this.failed !== undefined || this.givenUp;
  }

  /** Takes a round over; resolves when what people wait for is readable. */
  async take(round: Round): Promise<void> {
    this.unwritten += round.events;
    this.untold.push(round);
    if (isAwaited(round)) await this.writeStates();
    else this.goOn();
  }

  /** Resolves when something has been written, at once where nothing is. */
  async progressed(): Promise<void> {
    this.hurry();
    await (this.rest ?? this.awaited);
  }

  /** Ends: everything that was taken over is written and recorded, unless ClickHouse cannot be reached. */
  async end(): Promise<void> {
    await this.writeStates();
    do {
      this.hurry();
      await this.rest;
    } while (this.rest !== undefined);
    clearTimeout(this.timer);
    if (this.failed === undefined) await this.checkpoint();
  }

  /** Writes and tells of the states of all rounds so far, so that they always appear in the order of the log. */
  private writeStates(): Promise<void> {
    this.awaited = this.awaited.then(async () => {
      const round = takenTogether(this.untold);
      if (round === undefined) return;
      if (!(await this.persist((doubtful) => this.parts.writer.writeAwaited(round, doubtful)))) return;
      this.announceStates(round);
      this.gathered.push(round);
      // Whoever gave a command is answered when its position is passed.
      if (round.outcomes.length > 0) this.hurry();
      else this.goOn();
    });
    return this.awaited;
  }

  private announceStates({ alertStates, bounds }: Round): void {
    const { progress, announce, listeners } = this.parts;
    // What is filled anew was told of when it was new.
    const states = alertStates.filter(({ partition, position }) => position >= progress.rebuildingTo(partition));
    const stretches = joined([this.unannounced, bounds]);
    this.unannounced = states.length === 0 ? stretches : [];
    if (states.length === 0) return;
    announce({ alertStates: states, passed: [] });
    listeners.onStates?.({ states, stretches });
  }

  /** What has gathered is written without waiting for more. */
  private hurry(): void {
    this.lastRows = Number.NEGATIVE_INFINITY;
    this.goOn();
  }

  /** Begins what is due, one thing at a time, and comes back when something will be. */
  private goOn(): void {
    if (this.rest !== undefined) return;
    clearTimeout(this.timer);
    const due = Math.min(this.rowsDueIn(), this.checkpointDueIn());
    if (due <= 0) {
      this.rest = this.writeDue().finally(() => {
        this.rest = undefined;
        this.goOn();
      });
    } else if (due !== Number.POSITIVE_INFINITY) {
      this.timer = setTimeout(() => {
        this.goOn();
      }, due);
    }
  }

  private async writeDue(): Promise<void> {
    if (this.rowsDueIn() <= 0) {
      await this.writeStates();
      await this.writeGathered();
    }
    if (this.checkpointDueIn() <= 0) await this.checkpoint();
  }

  private async writeGathered(): Promise<void> {
    this.lastRows = performance.now();
    const round = takenTogether(this.gathered);
    if (round !== undefined) await this.writeRest(round);
  }

  private async writeRest(round: Round): Promise<void> {
    const { writer, announce, listeners } = this.parts;
    const since = performance.now();
    if (!(await this.persist((doubtful) => writer.writeRest(round, doubtful)))) return;
    const { events, foldMilliseconds, rows } = round;
    this.unwritten -= events;
    announce({ alertStates: [], passed: round.bounds.map(({ partition, to }) => ({ partition, next: to })) });
    listeners.onStep?.('announced');
    const writeMilliseconds = performance.now() - since;
    listeners.onRound?.({ events, rows: rows.count, deadLetters: rows.countOf('deadLetters'), foldMilliseconds, writeMilliseconds });
  }

  /** Milliseconds until what has gathered should be written; never where nothing has. */
  private rowsDueIn(): number {
    const waiting = [...this.gathered, ...this.untold];
    if (this.ended || waiting.length === 0) return Number.POSITIVE_INFINITY;
    if (waiting.reduce((sum, { events }) => sum + events, 0) >= ENOUGH_EVENTS) return 0;
    return this.lastRows + APART_MILLISECONDS - performance.now();
  }

  /** Milliseconds until what was written should be recorded; never where all of it is. */
  private checkpointDueIn(): number {
    if (this.ended || this.parts.progress.pending.length === 0) return Number.POSITIVE_INFINITY;
    return this.lastCheckpoint + this.parts.checkpointMilliseconds - performance.now();
  }

  private async checkpoint(): Promise<void> {
    if (this.parts.progress.pending.length === 0) return;
    if (await this.persist(() => this.parts.writer.checkpoint())) this.lastCheckpoint = performance.now();
  }

  /** Tries until it is done; false where it was stopped before or failed for good, and the next start will fold it again. */
  private async persist(work: (doubtful: boolean) => Promise<void>): Promise<boolean> {
    if (this.ended) return false;
    const { listeners } = this.parts;
    try {
      // After a failure nobody knows whether the insert was carried out.
      const done = await untilDone(
        (attempt) => work(attempt > 1),
        this.signal,
        (problem, attempt) => listeners.onTrouble?.(problem, attempt),
      );
      this.givenUp ||= !done;
      return done;
    } catch (error) {
      this.failed ??= { error };
      this.onFailure();
      return false;
    }
  }
}
