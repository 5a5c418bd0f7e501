import { dropDatabase, exchangeTables, migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { projections } from '@plumbline/projections';
import type { FoldedPartition, Folding } from '../fold/folded-partition';
import { Pipeline } from '../fold/pipeline';
import { CHECKPOINT_MILLISECONDS, LIMITS, type ProjectorOptions } from '../options';
import { PartitionEpochs } from '../write/partition-epochs';
import { Progress } from '../write/progress';
import { RoundWriter } from '../write/round-writer';
import { Writing } from '../write/writing';

/**
 * Fills all tables anew from the log's beginning, in a database beside the one that is read, and then exchanges the tables. Until
 * that moment readers see the old ones. Folding and writing are the same as live, so the rows are the same.
 */
export class Filling {
  private readonly pipeline: Pipeline;
  private readonly progress: Progress;
  private readonly writer: RoundWriter;

  private constructor(
    private readonly options: ProjectorOptions,
    private readonly fresh: AnalyticsStore,
    private readonly folded: readonly FoldedPartition[],
    private readonly signal: AbortSignal,
  ) {
    this.pipeline = new Pipeline(options.log);
    this.progress = new Progress(projections, options.foldVersion);
    for (const own of folded) {
      this.pipeline.add(own);
      this.progress.beginAnew(own.partition, 0);
    }
    const epochs = new PartitionEpochs(fresh, false);
    this.writer = new RoundWriter({ store: fresh, progress: this.progress, epochs, onStep: () => undefined });
  }

  /** Makes the empty tables; what an earlier attempt left behind is thrown away. `signal`: nobody needs them any more. */
  static async begin(options: ProjectorOptions, folding: Folding, partitions: readonly number[], signal: AbortSignal): Promise<Filling> {
    const fresh = options.store.inDatabase(`${options.store.database}_rebuild`);
    await dropDatabase(fresh);
    await migrate(fresh);
    return new Filling(options, fresh, await Promise.all(partitions.map((partition) => folding.empty(partition))), signal);
  }

  /** Folds, writes and records up to the ends and not beyond; false where it was given up before. */
  async fillTo(ends: ReadonlyMap<number, number>): Promise<boolean> {
    const total = [...ends.values()].reduce((sum, end) => sum + end, 0);
    const { limits = LIMITS, listeners } = this.options;
    const writing = this.writingAnew();
    let whole = false;
    try {
      while (!whole && !writing.ended && !this.signal.aborted) {
        if (writing.unwritten > limits.events) {
          await writing.progressed();
          continue;
        }
        const round = await this.pipeline.next(limits, ends);
        if (round !== undefined) void writing.take(round);
        whole = round === undefined;
        const done = this.folded.reduce((sum, { position }) => sum + position, 0);
        listeners?.onWork?.({ phase: 'rebuilding', done, total });
      }
    } finally {
      await writing.end();
    }
    if (writing.failure !== undefined) throw writing.failure.error;
    if (whole && !writing.ended) return true;
    for (const folded of this.folded) folded.drop();
    return false;
  }

  /** Nobody waits for these rows, and nobody is told of them. */
  private writingAnew(): Writing {
    const { checkpointMilliseconds = CHECKPOINT_MILLISECONDS, listeners } = this.options;
    const { progress, writer } = this;
    const onTrouble: NonNullable<typeof listeners>['onTrouble'] = (problem, attempt) => listeners?.onTrouble?.(problem, attempt);
    const nobody = (): void => undefined;
    return new Writing({ checkpointMilliseconds, progress, writer, listeners: { onTrouble }, announce: nobody }, this.signal, nobody);
  }

  /** How many events lie between here and the given positions. */
  behind(positions: ReadonlyMap<number, number>): number {
    return [...positions].reduce((sum, [partition, position]) => sum + position - this.pipeline.positionOf(partition), 0);
  }

  /**
   * Puts the new tables in the place of the old ones, checkpoints last, and lets `progress` speak of them. A crash in between leaves
   * tables and checkpoints that do not agree, which the next start finds and answers by filling them again.
   */
  async takeOver(progress: Progress): Promise<readonly FoldedPartition[]> {
    await exchangeTables(this.options.store, this.fresh, [...projections.map((projection) => projection.table), 'checkpoints']);
    await dropDatabase(this.fresh);
    progress.adoptAll(this.progress);
    return this.folded;
  }
}
