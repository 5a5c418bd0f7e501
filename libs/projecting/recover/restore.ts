import { ProblemError } from '@plumbline/kernel';
import { catchUp, type FoldedPartition, type Folding } from '../fold/folded-partition';
import type { ProjectorOptions } from '../options';
import type { Snapshots } from './snapshots';

/** The folds of some partitions at given positions: from the newest snapshots not beyond them, folded on without writing a row again. */
export async function restoreFolds(
  { log, listeners }: Pick<ProjectorOptions, 'log' | 'listeners'>,
  folding: Folding,
  snapshots: Snapshots,
  positions: ReadonlyMap<number, number>,
): Promise<readonly FoldedPartition[]> {
  const restored: { readonly position: number; readonly folded: FoldedPartition }[] = [];
  for (const [partition, position] of positions) {
    const saved = await fromSnapshots(folding, snapshots, partition, position, () => {
      listeners?.onTrouble?.(snapshotRefused(), 1);
    });
    restored.push({ position, folded: saved ?? (await folding.empty(partition)) });
  }
  const total = restored.reduce((sum, { position, folded }) => sum + position - folded.position, 0);
  let done = 0;
  const progressed = (events: number): void => {
    done += events;
    listeners?.onWork?.({ phase: 'catching-up', done, total });
  };
  try {
    await Promise.all(restored.map(({ position, folded }) => catchUp(folded, log, position, progressed)));
  } catch (error) {
    for (const { folded } of restored) folded.drop();
    throw error;
  }
  return restored.map(({ folded }) => folded);
}

/** A state that the folds refuse is worth no more than one that is missing: then all is folded from the beginning. */
async function fromSnapshots(
  folding: Folding,
  snapshots: Snapshots,
  partition: number,
  atMost: number,
  onRefused: () => void,
): Promise<FoldedPartition | undefined> {
  for await (const { position, sealed } of snapshots.newest(partition, atMost)) {
    const folded = await folding.restored(partition, position, sealed);
    if (folded === 'unusable') continue;
    if (folded !== 'refused') return folded;
    onRefused();
    return undefined;
  }
  return undefined;
}

const snapshotRefused = (): ProblemError =>
  new ProblemError({
    code: 'projecting.snapshot-refused',
    reason: 'A saved state of the folds cannot be used.',
    remedy: 'Nothing has to be done: the log is read from its beginning, and a new state is saved.',
  });
