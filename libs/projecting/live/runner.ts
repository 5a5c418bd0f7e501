import { setTimeout } from 'node:timers/promises';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import type { Pipeline, Round, RoundLimits } from '../fold/pipeline';
import type { ProjectorListeners } from '../options';
import type { News } from '../projection-reader';
import type { RoundWriter } from '../write/round-writer';
import type { Snapshotting } from './snapshotting';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

export interface RunnerParts {
  readonly log: EventLog;
  readonly partitions: readonly number[];
  readonly limits: RoundLimits;
  readonly pipeline: Pipeline;
  readonly writer: RoundWriter;
  readonly snapshotting: Snapshotting;
  readonly doubtfulBefore: ReadonlyMap<number, number>;
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
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly parts: RunnerParts) {}

  /** Starts; the promise rejects when a fold, the log or a table fails for good, and resolves after {@link stop}. */
  run(): Promise<void> {
    this.running ??= this.loop();
    return this.running;
  }

  /** Ends between rounds: what is folded is written first, unless ClickHouse cannot be reached. */
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
          await this.waitForEvents();
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
    if (this.failure !== undefined) throw this.failure.error;
  }

  /** Never rejects: what goes wrong for good is kept for the loop, which ends with it. */
  private async write(round: Round): Promise<void> {
    const since = performance.now();
    try {
      if (this.failure !== undefined || !(await this.persist(round))) return;
      // 3. announce
      this.parts.announce({
        alertStates: round.alertStates,
        outcomes: round.outcomes,
        passed: round.bounds.map(({ partition, to }) => ({ partition, next: to })),
      });
      this.parts.listeners.onStep?.('announced');
      let rows = 0;
      for (const { count } of round.rows.tables.values()) rows += count;
      const { events, foldMilliseconds } = round;
      this.parts.listeners.onRound?.({ events, rows, foldMilliseconds, writeMilliseconds: performance.now() - since });
    } catch (error) {
      this.failure = { error };
    } finally {
      this.unwritten -= 1;
    }
  }

  /** Tries until the round is written; false where the runner was stopped before, and the next start will send the round again. */
  private async persist(round: Round): Promise<boolean> {
    const { writer, listeners, doubtfulBefore } = this.parts;
    let doubtful = round.bounds.some(({ partition, from }) => from < (doubtfulBefore.get(partition) ?? 0));
    for (let attempt = 1; ; attempt += 1) {
      try {
        await writer.write(round, doubtful);
        return true;
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (this.stopped()) return false;
        listeners.onTrouble?.(error, attempt);
        // Nobody knows whether the insert that failed was carried out.
        doubtful = true;
        await setTimeout(Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE), undefined, { signal: this.stopping.signal }).catch(
          () => undefined,
        );
        if (this.stopped()) return false;
      }
    }
  }

  private async waitForEvents(): Promise<void> {
    const { log, partitions, pipeline } = this.parts;
    const idle = new AbortController();
    this.idle = idle;
    if (this.stopped()) return;
    try {
      await Promise.race(partitions.map((partition) => log.waitFor(partition, pipeline.positionOf(partition), idle.signal)));
    } finally {
      idle.abort();
    }
  }
}

/** What the store could not do now it may do later; anything else is a mistake of ours, which no repetition mends. */
function isPassing(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.code.startsWith('analytics-store.') && error.code !== 'analytics-store.closed';
}
