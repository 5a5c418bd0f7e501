import type { EventLog } from '@plumbline/event-log';
import type { Pipeline, Round, RoundLimits } from '../fold/pipeline';
import type { ProjectorListeners } from '../options';
import type { News } from '../projection-reader';
import type { Progress } from '../write/progress';
import type { RoundWriter } from '../write/round-writer';
import type { Snapshotting } from './snapshotting';
import { untilDone } from './until-done';

export interface RunnerParts {
  readonly log: EventLog;
  readonly limits: RoundLimits;
  readonly checkpointMilliseconds: number;
  readonly pipeline: Pipeline;
  readonly progress: Progress;
  readonly writer: RoundWriter;
  readonly snapshotting: Snapshotting;
  readonly listeners: ProjectorListeners;
  readonly announce: (news: News) => void;
}

/**
 * Folds and writes while events come. A round takes what is there: one event at once when it is quiet, thousands under load. One
 * round is written at a time; while large ones are written the next is folded already, and no more than that, so that a slow
 * ClickHouse slows the reading of the log and never fills the memory.
 */
export class Runner {
  private readonly stopping = new AbortController();
  private idle: AbortController | undefined;
  private writing: Promise<void> = Promise.resolve();
  private running: Promise<void> | undefined;
  private unwritten = 0;
  private lastCheckpoint = Number.NEGATIVE_INFINITY;
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly parts: RunnerParts) {}

  /** Starts; the promise rejects when the log or a table fails for good, and resolves after {@link stop}. */
  run(): Promise<void> {
    this.running ??= this.loop();
    return this.running;
  }

  /** Ends between rounds: what is folded is written and recorded first, unless ClickHouse cannot be reached. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.idle?.abort();
    await this.running?.catch(() => undefined);
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted || this.failure !== undefined;
  }

  private async loop(): Promise<void> {
    const { pipeline, limits, snapshotting, listeners } = this.parts;
    let depth = 1;
    try {
      while (!this.stopped()) {
        if (this.unwritten >= depth) {
          await this.writing;
          continue;
        }
        const round = await pipeline.next(limits);
        if (round === undefined) {
          await this.rest();
          continue;
        }
        listeners.onStep?.('folded');
        // Small rounds are not folded ahead: an event would only wait behind two writes instead of joining the next round.
        depth = round.events * 4 >= limits.events ? 2 : 1;
        this.unwritten += 1;
        this.writing = this.writing.then(() => this.write(round));
        snapshotting.consider(pipeline);
      }
    } finally {
      await this.writing;
    }
    if (this.failure === undefined) await this.checkpoint();
    if (this.failure !== undefined) throw this.failure.error;
  }

  /** Never rejects: what goes wrong for good is kept for the loop, which ends with it. */
  private async write(round: Round): Promise<void> {
    const { announce, listeners } = this.parts;
    const since = performance.now();
    try {
      if (this.failure !== undefined || !(await this.persist(round))) return;
      announce({ alertStates: [], outcomes: [], passed: round.bounds.map(({ partition, to }) => ({ partition, next: to })) });
      listeners.onStep?.('announced');
      const { events, foldMilliseconds, rows } = round;
      const writeMilliseconds = performance.now() - since;
      listeners.onRound?.({ events, rows: rows.count, deadLetters: rows.countOf('deadLetters'), foldMilliseconds, writeMilliseconds });
    } catch (error) {
      this.failure = { error };
    } finally {
      this.unwritten -= 1;
    }
    if (this.checkpointDueIn() <= 0) await this.checkpoint();
  }

  /** Tries until the round is written; false where the runner was stopped before, and the next start will fold the round again. */
  private persist(round: Round): Promise<boolean> {
    const { writer, progress, announce, listeners } = this.parts;
    // What is filled anew was told of when it was new.
    const alertStates = round.alertStates.filter(({ partition, position }) => position >= progress.rebuildingTo(partition));
    let told = alertStates.length + round.outcomes.length === 0;
    const tell = (): void => {
      if (told) return;
      told = true;
      announce({ alertStates, outcomes: round.outcomes, passed: [] });
    };
    // After a failure nobody knows whether the insert was carried out.
    return untilDone(
      (attempt) => writer.write(round, attempt > 1, tell),
      this.stopping.signal,
      (problem, attempt) => listeners.onTrouble?.(problem, attempt),
    );
  }

  /** Milliseconds until what was written should be recorded; never where all of it is. */
  private checkpointDueIn(): number {
    if (this.failure !== undefined || this.parts.progress.pending.length === 0) return Number.POSITIVE_INFINITY;
    return this.lastCheckpoint + this.parts.checkpointMilliseconds - performance.now();
  }

  private async checkpoint(): Promise<void> {
    const { progress, writer, listeners } = this.parts;
    if (progress.pending.length === 0) return;
    try {
      await untilDone(
        () => writer.checkpoint(),
        this.stopping.signal,
        (problem, attempt) => listeners.onTrouble?.(problem, attempt),
      );
      this.lastCheckpoint = performance.now();
    } catch (error) {
      this.failure = { error };
    }
  }

  /** Nothing is there to fold: records what was written, then waits for events, or for the time of the next checkpoint. */
  private async rest(): Promise<void> {
    await this.writing;
    if (this.checkpointDueIn() <= 0) await this.checkpoint();
    if (this.stopped()) return;
    const { log, pipeline } = this.parts;
    const idle = new AbortController();
    this.idle = idle;
    const due = this.checkpointDueIn();
    const timer =
      due === Number.POSITIVE_INFINITY
        ? undefined
        : setTimeout(() => {
            idle.abort();
          }, due);
    try {
      await Promise.race(pipeline.partitions.map((partition) => log.waitFor(partition, pipeline.positionOf(partition), idle.signal)));
    } finally {
      clearTimeout(timer);
      idle.abort();
    }
  }
}
