import type { EventLog } from '@plumbline/event-log';
import type { Pipeline, Round, RoundLimits } from '../fold/pipeline';
import { mergedRound } from '../write/merged-round';
import type { Snapshotting } from './snapshotting';
import { Writing, type WritingParts } from '../write/writing';

export interface RunnerParts extends WritingParts {
  readonly log: EventLog;
  readonly limits: RoundLimits;
  readonly pipeline: Pipeline;
  readonly snapshotting: Snapshotting;
}

/**
 * Folds and writes while events come. A round takes what is there: one event at once when it is quiet, thousands under load. What people
 * wait for is written at once; other rows follow, while the next rounds are folded already, up to two large rounds and no more than that, so
 * that a slow ClickHouse slows the reading of the log and never fills the memory.
 */
export class Runner {
  private readonly stopping = new AbortController();
  private readonly writing: Writing;
  private idle: AbortController | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly parts: RunnerParts) {
    this.writing = new Writing(parts, this.stopping.signal, () => this.idle?.abort());
  }

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
    return this.stopping.signal.aborted || this.writing.failure !== undefined;
  }

  private async loop(): Promise<void> {
    const { pipeline, limits, snapshotting, listeners } = this.parts;
    try {
      while (!this.stopped()) {
        if (this.writing.unwritten > limits.events) {
          await this.writing.progressed();
          continue;
        }
        const round = await this.nextRound();
        if (round === undefined) {
          await this.untilThereIsSomething();
          continue;
        }
        listeners.onStep?.('folded');
        const readable = this.writing.take(round);
        // Small rounds are not folded ahead of it: what people wait for would be written one round after the other instead of together.
        if (!this.isLarge(round)) await readable;
        snapshotting.consider(pipeline);
      }
    } finally {
      await this.writing.end();
    }
    const { failure } = this.writing;
    if (failure !== undefined) throw failure.error;
  }

  /**
   * What the log has. A large round takes in what has come while it was folded, until it is full: an insert of a few rows costs ClickHouse as
   * much as one of a thousand, and every round makes six.
   */
  private async nextRound(): Promise<Round | undefined> {
    const { pipeline, limits } = this.parts;
    let round = await pipeline.next(limits);
    while (round !== undefined && this.isLarge(round) && !this.stopped()) {
      const room = { events: limits.events - round.events, bytes: limits.bytes - round.bytes };
      const more = room.events > 0 && room.bytes > 0 ? await pipeline.next(room) : undefined;
      if (more === undefined) break;
      round = mergedRound([round, more]);
    }
    return round;
  }

  /** Whoever sends so many at once waits for the folding anyway. */
  private isLarge({ events }: Round): boolean {
    return events * 4 >= this.parts.limits.events;
  }

  private async untilThereIsSomething(): Promise<void> {
    if (this.stopped()) return;
    const { log, pipeline } = this.parts;
    const idle = new AbortController();
    this.idle = idle;
    try {
      await Promise.race(pipeline.partitions.map((partition) => log.waitFor(partition, pipeline.positionOf(partition), idle.signal)));
    } finally {
      idle.abort();
    }
  }
}
