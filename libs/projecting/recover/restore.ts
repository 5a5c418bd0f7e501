import { ProblemError } from '@plumbline/kernel';
import { projections } from '@plumbline/projections';
import { FoldedPartition } from '../fold/folded-partition';
import { PartitionFolder } from '../fold/partition-folder';
import type { ProjectorOptions } from '../options';
import type { Restored, Snapshots } from './snapshots';

/** The folds of some partitions at given positions: from the newest snapshots not beyond them, folded on without writing a row again. */
export async function restoreFolds(
  options: ProjectorOptions,
  snapshots: Snapshots,
  positions: ReadonlyMap<number, number>,
): Promise<readonly FoldedPartition[]> {
  const restored = Array.from(positions, ([partition, position]) => ({
    position,
    folded: foldedFrom(options, partition, snapshots.newest(partition, position)),
  }));
  const total = restored.reduce((sum, { position, folded }) => sum + position - folded.position, 0);
  let done = 0;
  for (const { position, folded } of restored) {
    await folded.catchUp(options.log, position, (events) => {
      done += events;
      options.listeners?.onWork?.({ phase: 'catching-up', done, total });
    });
  }
  return restored.map(({ folded }) => folded);
}

export const emptyFolds = ({ createFolds }: Pick<ProjectorOptions, 'createFolds'>, partition: number): FoldedPartition =>
  new FoldedPartition(new PartitionFolder(partition, projections, createFolds));

/** A state that the folds refuse is worth no more than one that is missing: then all is folded from the beginning. */
function foldedFrom(options: ProjectorOptions, partition: number, restored: Restored | undefined): FoldedPartition {
  if (restored === undefined) return emptyFolds(options, partition);
  try {
    return new FoldedPartition(new PartitionFolder(partition, projections, options.createFolds, restored.state), restored.position);
  } catch (cause) {
    options.listeners?.onTrouble?.(snapshotRefused(cause), 1);
    return emptyFolds(options, partition);
  }
}

const snapshotRefused = (cause: unknown): ProblemError =>
  new ProblemError(
    {
      code: 'projecting.snapshot-refused',
      reason: 'A saved state of the folds cannot be used.',
      remedy: 'Nothing has to be done: the log is read from its beginning, and a new state is saved.',
    },
    { cause },
  );
