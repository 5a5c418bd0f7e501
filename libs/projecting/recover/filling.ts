import { dropDatabase, exchangeTables, migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { projections } from '@plumbline/projections';
import type { FoldedPartition, Folding } from '../fold/folded-partition';
import { Pipeline, type Round } from '../fold/pipeline';
import { LIMITS, type ProjectorOptions } from '../options';
import { PartitionEpochs } from '../write/partition-epochs';
import { Progress } from '../write/progress';
import { RoundWriter } from '../write/round-writer';

/**
 * Fills all tables anew from the log's beginning, in a database beside the one that is read, and then exchanges the tables. Until
 * that moment readers see the old ones. The folds are the same as live, so the rows are the same.
 */
export class Filling {
  private readonly pipeline: Pipeline;
  private readonly progress: Progress;
  private readonly writer: RoundWriter;

  private constructor(
    private readonly options: ProjectorOptions,
    private readonly fresh: AnalyticsStore,
    private readonly folded: readonly FoldedPartition[],
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

  /** Makes the empty tables; what an earlier attempt left behind is thrown away. */
  static async begin(options: ProjectorOptions, folding: Folding, partitions: readonly number[]): Promise<Filling> {
    const fresh = options.store.inDatabase(`${options.store.database}_rebuild`);
    await dropDatabase(fresh);
    await migrate(fresh);
    return new Filling(options, fresh, await Promise.all(partitions.map((partition) => folding.empty(partition))));
  }

  /** Folds and writes up to the ends and not beyond; a round is written while the next is folded. */
  async fillTo(ends: ReadonlyMap<number, number>): Promise<void> {
    const total = [...ends.values()].reduce((sum, end) => sum + end, 0);
    const limits = this.options.limits ?? LIMITS;
    let writing: Promise<void> = Promise.resolve();
    try {
      for (let round: Round | undefined; (round = await this.pipeline.next(limits, ends)) !== undefined;) {
        await writing;
        writing = this.write(round);
        // Watched again by the next turn; this keeps a failure from being unhandled while the next round is folded.
        writing.catch(() => undefined);
        const done = this.folded.reduce((sum, { position }) => sum + position, 0);
        this.options.listeners?.onWork?.({ phase: 'rebuilding', done, total });
      }
    } finally {
      await writing;
    }
  }

  /** Gives up: nobody needs the new tables any more. */
  giveUp(): void {
    for (const folded of this.folded) folded.drop();
  }

  private async write(round: Round): Promise<void> {
    await this.writer.writeAwaited(round, false);
    await this.writer.writeRest(round, false);
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
    await this.writer.checkpoint();
    await exchangeTables(this.options.store, this.fresh, [...projections.map((projection) => projection.table), 'checkpoints']);
    await dropDatabase(this.fresh);
    progress.adoptAll(this.progress);
    return this.folded;
  }
}
