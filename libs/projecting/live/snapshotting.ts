import { ProblemError } from '@plumbline/kernel';
import type { Pipeline } from '../fold/pipeline';
import type { SnapshotRhythm } from '../options';
import type { Snapshots } from '../recover/snapshots';

/** Folding stands still while a snapshot is taken; at most a hundredth of all time may go into that. */
const REST = 100;

/** Decides when a partition's folds are saved, one partition at a time, and saves them while others are folded on. */
export class Snapshotting {
  private readonly saved = new Map<number, number>();
  private notBefore = 0;
  private lastAt = performance.now();
  private writing: Promise<void> | undefined;

  constructor(
    private readonly snapshots: Snapshots,
    private readonly rhythm: SnapshotRhythm,
    private readonly onTrouble: (problem: ProblemError) => void,
  ) {}

  /** Looks after a partition whose state is saved as of a position; what was folded again since then counts as anything else. */
  add(partition: number, position: number): void {
    this.saved.set(partition, position);
  }

  remove(partition: number): void {
    this.saved.delete(partition);
  }

  /** To be called between rounds. Saves the partition that has gone furthest since it was last saved, if it is time. */
  consider(pipeline: Pipeline): void {
    const now = performance.now();
    if (this.writing !== undefined || now < this.notBefore) return;
    const [partition, events] = this.furthest(pipeline);
    const due = events >= this.rhythm.everyEvents || (events > 0 && now - this.lastAt >= this.rhythm.everyMilliseconds);
    if (partition === undefined || !due) return;
    this.lastAt = now;
    this.writing = this.save(pipeline, partition).finally(() => (this.writing = undefined));
  }

  /** Saves whatever of some partitions has changed since; for an orderly end, so that the next start reads nothing again. */
  async all(pipeline: Pipeline, partitions: readonly number[] = [...this.saved.keys()]): Promise<void> {
    await this.writing;
    for (const partition of partitions) {
      if (pipeline.positionOf(partition) > (this.saved.get(partition) ?? Infinity)) await this.save(pipeline, partition);
    }
  }

  private async save(pipeline: Pipeline, partition: number): Promise<void> {
    const position = pipeline.positionOf(partition);
    this.saved.set(partition, position);
    try {
      const folds = await pipeline.seal(partition);
      if (folds === undefined) return;
      this.notBefore = performance.now() + folds.milliseconds * REST;
      await this.snapshots.save(partition, { position, sealed: folds.sealed });
    } catch (error) {
      // A missing snapshot makes the next start slower and nothing else, so the folding goes on.
      this.onTrouble(notSaved(error));
    }
  }

  private furthest(pipeline: Pipeline): readonly [number | undefined, number] {
    let furthest: number | undefined;
    let events = 0;
    for (const [partition, saved] of this.saved) {
      const since = pipeline.positionOf(partition) - saved;
      if (since <= events) continue;
      furthest = partition;
      events = since;
    }
    return [furthest, events];
  }
}

const notSaved = (cause: unknown): ProblemError =>
  new ProblemError(
    {
      code: 'projecting.snapshot-not-saved',
      reason: 'The state of the folds could not be saved.',
      remedy: 'See that the data directory can be written to and its disk has space; until then a start reads more of the log.',
    },
    { cause },
  );
