import { dropDatabase, exchangeTables, migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { projections } from '@plumbline/projections';
import { Pipeline, type Round } from '../fold/pipeline';
import { LIMITS, type ProjectorOptions } from '../options';
import { Progress } from '../write/progress';
import { RoundWriter } from '../write/round-writer';

/**
 * Fills all tables anew from the log's beginning, in a database beside the one that is read, and then exchanges the tables. Until
 * that moment readers see the old ones. The folds are the same as live, so the rows are the same.
 */
export class Filling {
  readonly pipeline: Pipeline;
  readonly progress: Progress;
  private readonly writer: RoundWriter;

  private constructor(
    private readonly options: ProjectorOptions,
    private readonly partitions: readonly number[],
    private readonly fresh: AnalyticsStore,
  ) {
    this.pipeline = new Pipeline({ ...options, partitions, projections });
    this.progress = Progress.none(projections, options.foldVersion);
    this.writer = new RoundWriter({ store: fresh, progress: this.progress, onStep: () => undefined });
  }

  /** Makes the empty tables; what an earlier attempt left behind is thrown away. */
  static async begin(options: ProjectorOptions, partitions: readonly number[]): Promise<Filling> {
    const fresh = options.store.inDatabase(`${options.store.database}_rebuild`);
    await dropDatabase(fresh);
    await migrate(fresh);
    return new Filling(options, partitions, fresh);
  }

  /** Folds and writes up to the ends and not beyond; a round is written while the next is folded. */
  async fillTo(ends: ReadonlyMap<number, number>): Promise<void> {
    const total = [...ends.values()].reduce((sum, end) => sum + end, 0);
    const limits = this.options.limits ?? LIMITS;
    let writing: Promise<void> = Promise.resolve();
    try {
      for (let round: Round | undefined; (round = await this.pipeline.next(limits, ends)) !== undefined;) {
        await writing;
        writing = this.writer.write(round, false);
        // Watched again by the next turn; this keeps a failure from being unhandled while the next round is folded.
        writing.catch(() => undefined);
        const done = this.partitions.reduce((sum, partition) => sum + this.pipeline.positionOf(partition), 0);
        this.options.listeners?.onWork?.({ phase: 'rebuilding', done, total });
      }
    } finally {
      await writing;
    }
  }

  /** How many events lie between here and the given positions. */
  behind(positions: ReadonlyMap<number, number>): number {
    return [...positions].reduce((sum, [partition, position]) => sum + position - this.pipeline.positionOf(partition), 0);
  }

  /**
   * Puts the new tables in the place of the old ones, checkpoints last. A crash in between leaves tables and checkpoints that do not
   * agree, which the next start finds and answers by filling them again.
   */
  async takeOver(): Promise<void> {
    await exchangeTables(this.options.store, this.fresh, [...projections.map((projection) => projection.table), 'checkpoints']);
    await dropDatabase(this.fresh);
  }
}
