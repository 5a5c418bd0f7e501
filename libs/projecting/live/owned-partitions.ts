import { join } from 'node:path';
import { projections } from '@plumbline/projections';
import type { FoldedPartition } from '../fold/folded-partition';
import { Pipeline } from '../fold/pipeline';
import { openFolding } from '../fold/open-folding';
import { CHECKPOINT_MILLISECONDS, LIMITS, SNAPSHOT_RHYTHM, type ProjectorOptions } from '../options';
import type { PartitionListener } from '../partition-membership';
import { Filling } from '../recover/filling';
import { Snapshots } from '../recover/snapshots';
import { takeOver, type TakeOverParts } from '../recover/take-over';
import { PartitionEpochs, takenOver } from '../write/partition-epochs';
import { Progress } from '../write/progress';
import { RoundWriter } from '../write/round-writer';
import { isTakenOver, untilDone } from '../write/until-done';
import type { Written } from '../write/writing';
import { Runner } from './runner';
import { Snapshotting } from './snapshotting';

/** Events that may be missing when the live runner is halted for the end of a rebuild. */
const NEARLY_THERE = 5_000;

/** Who is told. */
export interface Audience {
  announce(written: Written): void;
  /** Nothing will be folded any more. */
  fail(error: unknown): void;
}

/**
 * The partitions that this process has, and the runner over them. They come and go one change at a time: the runner is halted
 * between two rounds, which takes about as long as writing one, and goes on with the others.
 */
export class OwnedPartitions implements PartitionListener {
  private readonly parts: TakeOverParts;
  private readonly pipeline: Pipeline;
  private readonly snapshotting: Snapshotting;
  private readonly writer: RoundWriter;
  /** Assigned and not revoked since; a takeover that takes long is given up when a partition leaves it. */
  private readonly wanted = new Set<number>();
  private readonly ending = new AbortController();
  private changing: Promise<unknown> = Promise.resolve();
  private givingUp = new AbortController();
  private generation = 0;
  private runner: Runner | undefined;
  private failed = false;

  constructor(
    private readonly options: ProjectorOptions,
    private readonly audience: Audience,
  ) {
    const { log, store, directory, foldVersion, membership, listeners, snapshots: rhythm = SNAPSHOT_RHYTHM } = options;
    const epochs = new PartitionEpochs(store, membership !== undefined);
    const progress = new Progress(projections, foldVersion);
    const snapshots = new Snapshots(join(directory, 'snapshots'));
    const folding = openFolding(options, (problem) => {
      this.fail(problem);
    });
    this.parts = { options, folding, epochs, progress, snapshots, signal: this.ending.signal };
    this.pipeline = new Pipeline(log);
    this.writer = new RoundWriter({ store, progress, epochs, onStep: (step) => listeners?.onStep?.(step) });
    this.snapshotting = new Snapshotting(snapshots, rhythm, (problem) => {
      listeners?.onTrouble?.(problem, 1);
    });
  }

  get positions(): ReadonlyMap<number, number> {
    return this.parts.progress.positions;
  }

  get rebuilding(): readonly number[] {
    return this.pipeline.partitions.filter((partition) => this.parts.progress.rebuildingTo(partition) > 0);
  }

  assigned(partitions: readonly number[], generation: number): Promise<void> {
    if (generation < this.generation) return Promise.resolve();
    this.generation = generation;
    for (const partition of partitions) this.wanted.add(partition);
    return this.change(async () => {
      const here = this.pipeline.partitions.filter((partition) => partitions.includes(partition));
      // Somebody else may have had a partition in the meantime, while this process was paused.
      const lost = here.length === 0 ? [] : await this.parts.epochs.lostOf(here);
      if (lost.length > 0) await this.halt();
      for (const partition of lost) this.drop(partition);
      await this.add(partitions.filter((partition) => !here.includes(partition) || lost.includes(partition)));
    });
  }

  revoked(partitions: readonly number[]): Promise<void> {
    for (const partition of partitions) this.wanted.delete(partition);
    this.givingUp.abort();
    return this.change(async () => {
      await this.halt();
      if (!this.failed) await this.snapshotting.all(this.pipeline, partitions);
      for (const partition of partitions) this.drop(partition);
      this.start();
    });
  }

  /** Fills all tables anew beside the old ones while it goes on, unless the signal says that nobody needs them any more. */
  async fillBeside(signal: AbortSignal): Promise<void> {
    const filling = await Filling.begin(this.options, this.parts.folding, this.pipeline.partitions, signal);
    let filled: boolean;
    do filled = await filling.fillTo(this.positions);
    while (filled && filling.behind(this.positions) > NEARLY_THERE);
    if (!filled) return;
    await this.change(async () => {
      await this.halt();
      if (await filling.fillTo(this.positions)) this.use(await filling.takeOver(this.parts.progress));
      this.start();
    });
  }

  /** Empties the partitions that we have and begins to fill them anew; resolves with them. */
  async fillInPlace(): Promise<readonly number[]> {
    let partitions: readonly number[] = [];
    await this.change(async () => {
      await this.halt();
      partitions = this.pipeline.partitions;
      for (const partition of partitions) this.drop(partition);
      await this.add(partitions, 'it was asked for');
    });
    return partitions;
  }

  /** Writes what is folded, saves the folds and lets go. */
  close(): Promise<void> {
    this.ending.abort();
    this.givingUp.abort();
    return this.change(async () => {
      await this.halt();
      // A fold that failed stands in the middle of a round; its state belongs to no position.
      if (!this.failed) await this.snapshotting.all(this.pipeline);
      await this.parts.folding.close();
    });
  }

  /** Changes follow one another, whatever became of the one before. */
  private change(work: () => Promise<void>): Promise<void> {
    const changed = this.changing.then(work);
    this.changing = changed.catch(() => undefined);
    return changed;
  }

  /** A change that nobody waits for. */
  private changeLater(work: () => Promise<void>): void {
    this.change(work).catch((error: unknown) => {
      this.fail(error);
    });
  }

  /** Takes over partitions while the runner goes on with those that it has. */
  private async add(partitions: readonly number[], anew?: string): Promise<void> {
    let folded: readonly FoldedPartition[] | undefined;
    while (folded === undefined && !this.failed && !this.ending.signal.aborted) {
      const wanted = partitions.filter((partition) => this.wanted.has(partition));
      if (wanted.length === 0) break;
      this.givingUp = new AbortController();
      if (this.options.membership === undefined) folded = await takeOver(this.parts, wanted, anew);
      else {
        const attempt = async (): Promise<void> => {
          folded = await takeOver(this.parts, wanted, anew);
        };
        await untilDone(attempt, this.givingUp.signal, (problem, times) => this.options.listeners?.onTrouble?.(problem, times));
      }
    }
    await this.halt();
    const taken = folded ?? [];
    for (const own of taken) if (!this.wanted.has(own.partition)) own.drop();
    this.use(taken.filter(({ partition }) => this.wanted.has(partition)));
    this.start();
  }

  private use(folded: readonly FoldedPartition[]): void {
    for (const state of folded) {
      this.pipeline.add(state);
      this.snapshotting.add(state.partition, state.restoredAt);
    }
  }

  private drop(partition: number): void {
    this.pipeline.remove(partition);
    this.snapshotting.remove(partition);
    this.parts.progress.forget(partition);
  }

  private async halt(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
  }

  private start(): void {
    const { progress } = this.parts;
    // Where ClickHouse could not be reached when the runner was halted, what was folded and not written has to be folded again.
    const torn = this.pipeline.partitions.filter((partition) => this.pipeline.positionOf(partition) !== progress.positionOf(partition));
    for (const partition of torn) this.drop(partition);
    if (torn.length > 0) this.changeLater(() => this.add(torn));
    const { partitions } = this.pipeline;
    if (this.failed || this.ending.signal.aborted || partitions.length === 0) return;
    this.audience.announce({
      alertStates: [],
      passed: partitions.map((partition) => ({ partition, next: progress.positionOf(partition) })),
    });
    const { log, limits = LIMITS, checkpointMilliseconds = CHECKPOINT_MILLISECONDS, listeners = {} } = this.options;
    const { pipeline, writer, snapshotting } = this;
    const announce = (written: Written): void => {
      this.audience.announce(written);
    };
    const runner = new Runner({ log, limits, checkpointMilliseconds, pipeline, progress, writer, snapshotting, listeners, announce });
    this.runner = runner;
    runner.run().catch((error: unknown) => {
      this.ended(runner, error);
    });
  }

  private ended(runner: Runner, error: unknown): void {
    if (this.runner === runner) this.runner = undefined;
    if (isTakenOver(error) && this.options.membership !== undefined) this.changeLater(() => this.takeAgain());
    else this.fail(error);
  }

  private fail(error: unknown): void {
    if (this.failed) return;
    this.failed = true;
    this.audience.fail(error);
  }

  /** An insert was refused: what was lost is let go, and the rest, whose rows it was to bring as well, goes on from its checkpoints. */
  private async takeAgain(): Promise<void> {
    const { partitions } = this.pipeline;
    const { epochs } = this.parts;
    for (const partition of partitions) this.drop(partition);
    const ask = async (): Promise<void> => {
      for (const partition of await epochs.lostOf(partitions)) this.wanted.delete(partition);
    };
    const { listeners } = this.options;
    await untilDone(ask, this.ending.signal, (problem, attempt) => listeners?.onTrouble?.(problem, attempt));
    const lost = partitions.filter((partition) => !this.wanted.has(partition));
    if (lost.length > 0) listeners?.onTrouble?.(takenOver(lost), 1);
    await this.add(partitions);
  }
}
