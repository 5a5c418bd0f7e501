import type { LogPosition } from '@plumbline/event-log';
import { projections } from '@plumbline/projections';
import { Runner } from './live/runner';
import { Snapshotting } from './live/snapshotting';
import { LIMITS, SNAPSHOT_RHYTHM, type ProjectorOptions } from './options';
import { PassedPositions } from './positions';
import type { News, ProjectionReader } from './projection-reader';
import { Filling } from './recover/filling';
import { partitionsOf, recover, type Recovered } from './recover/recover';
import { RoundWriter } from './write/round-writer';

/** Events that may be missing when the live runner is halted for the end of a rebuild. */
const NEARLY_THERE = 5_000;

/** Folds the log into findings, alerts and rows of ClickHouse, from where it last stopped, for as long as it is open. */
export interface Projector extends ProjectionReader {
  /** Fills all tables anew from the log while it goes on, and exchanges them. Alerts are late only by the last few thousand events. */
  rebuild(): Promise<void>;
  /** Writes what is folded, saves the folds, and lets go of the directory. Safe to call twice. The log and the store stay open. */
  close(): Promise<void>;
}

/**
 * Brings folds and tables together and goes on from there. Resolves when it is live; what came in the meantime is read next.
 * @throws ProblemError `event.unknown-version` where the log is of a newer build, `analytics-store.…` where ClickHouse fails.
 */
export async function openProjector(options: ProjectorOptions): Promise<Projector> {
  const projector = new OpenProjector(options, await recover(options));
  projector.start();
  return projector;
}

class OpenProjector implements Projector {
  private readonly passed = new PassedPositions();
  private readonly listeners = new Set<(news: News) => void>();
  private readonly partitions: readonly number[];
  private runner: Runner;
  private snapshotting: Snapshotting;
  private failed = false;
  private closing: Promise<void> | undefined;
  private refilling: Promise<void> | undefined;

  constructor(
    private readonly options: ProjectorOptions,
    private state: Recovered,
  ) {
    this.partitions = options.partitions ?? partitionsOf(options.log.partitions);
    this.snapshotting = this.newSnapshotting();
    this.runner = this.newRunner();
  }

  start(): void {
    for (const partition of this.partitions) this.passed.advance(partition, this.state.progress.positionOf(partition));
    const { runner } = this;
    runner.run().catch((error: unknown) => {
      this.failed = true;
      this.passed.fail(error);
      this.options.listeners?.onFailure?.(error);
    });
  }

  waitForPosition(position: LogPosition, signal?: AbortSignal): Promise<void> {
    return this.passed.wait(position, signal);
  }

  subscribe(listener: (news: News) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  positions(): ReadonlyMap<number, number> {
    return new Map(this.partitions.map((partition) => [partition, this.state.progress.positionOf(partition)]));
  }

  async behind(): Promise<number> {
    const ends = await this.options.log.ends();
    return [...this.positions()].reduce((sum, [partition, position]) => sum + (ends[partition] ?? 0) - position, 0);
  }

  /** Tables are filled anew beside those that are read. */
  rebuilding(): readonly number[] {
    return [];
  }

  rebuild(): Promise<void> {
    this.refilling ??= this.fillAnew().finally(() => (this.refilling = undefined));
    return this.refilling;
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async fillAnew(): Promise<void> {
    const filling = await Filling.begin(this.options, this.partitions);
    do await filling.fillTo(this.positions());
    while (filling.behind(this.positions()) > NEARLY_THERE && this.closing === undefined);
    if (this.closing !== undefined) return;
    await this.runner.stop();
    await filling.fillTo(this.positions());
    await filling.takeOver();
    this.state = { ...this.state, pipeline: filling.pipeline, progress: filling.progress, doubtfulBefore: new Map() };
    this.snapshotting = this.newSnapshotting();
    this.runner = this.newRunner();
    this.start();
  }

  private async end(): Promise<void> {
    await this.refilling?.catch(() => undefined);
    await this.runner.stop();
    // A fold that failed stands in the middle of a round; its state belongs to no position.
    if (!this.failed) await this.snapshotting.all(this.state.pipeline);
    await this.state.journal.close();
    this.passed.fail(new Error('the projector was closed'));
  }

  private newSnapshotting(): Snapshotting {
    const { snapshots = SNAPSHOT_RHYTHM, listeners } = this.options;
    return new Snapshotting(this.state.snapshots, snapshots, this.partitions, this.state.pipeline, (problem) => {
      listeners?.onTrouble?.(problem, 1);
    });
  }

  private newRunner(): Runner {
    const { log, store, limits = LIMITS, listeners = {} } = this.options;
    const { pipeline, progress, journal, doubtfulBefore } = this.state;
    const writer = new RoundWriter({ store, progress, journal, onStep: (step) => listeners.onStep?.(step) });
    return new Runner({
      log,
      partitions: this.partitions,
      limits,
      pipeline,
      writer,
      snapshotting: this.snapshotting,
      doubtfulBefore,
      listeners,
      announce: (news) => {
        this.tell(news);
      },
    });
  }

  private tell(news: News): void {
    for (const { partition, next } of news.passed) this.passed.advance(partition, next);
    for (const listener of this.listeners) listener(news);
  }
}

/** The tables that a projector fills; a digest of each shows whether two stores hold the same. */
export const projectedTables = projections.map(({ table, replacing }) => ({ table, replacing }));
