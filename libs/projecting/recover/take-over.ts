import { projections } from '@plumbline/projections';
import type { FoldedPartition, Folding } from '../fold/folded-partition';
import type { ProjectorOptions } from '../options';
import { nothingWritten, readCheckpoints, type Checkpoint } from '../write/checkpoints';
import type { PartitionEpochs } from '../write/partition-epochs';
import type { Progress } from '../write/progress';
import { Filling } from './filling';
import { removeBeyond, tablesThatDiffer } from './recheck';
import { restoreFolds } from './restore';
import type { Snapshots } from './snapshots';

export interface TakeOverParts {
  readonly options: ProjectorOptions;
  readonly folding: Folding;
  readonly epochs: PartitionEpochs;
  readonly progress: Progress;
  readonly snapshots: Snapshots;
  /** The process lets go. */
  readonly signal: AbortSignal;
}

/**
 * Brings folds and tables of partitions together after whatever happened: an orderly end, kill -9, an owner that was paused, a power
 * cut that took rows out of ClickHouse, other patterns, a deleted directory. The log decides; the tables follow. The order of effects:
 *   1. the epochs are raised, and inserts of earlier ones are waited for: from here on nobody else writes;
 *   2. rows beyond the checkpoints are taken out; where the tables cannot be trusted they are filled anew;
 *   3. the folds are restored to the checkpoints.
 * A crash in between repeats it. `anew`: why all is to be filled anew in any case.
 */
export async function takeOver(parts: TakeOverParts, partitions: readonly number[], anew?: string): Promise<readonly FoldedPartition[]> {
  const { options, folding, epochs, progress, snapshots } = parts;
  const { store, foldVersion, listeners, membership } = options;
  // 1. epochs
  await epochs.take(partitions);
  listeners?.onStep?.('epoch-raised');
  // 2. rows
  const found = await readCheckpoints(store, projections, foldVersion, partitions);
  const checkpoints = new Map(partitions.map((partition) => [partition, found.get(partition) ?? nothingWritten]));
  listeners?.onWork?.({ phase: 'checking', done: 0, total: 1 });
  const reasons = anew === undefined ? await whyAnew(options, checkpoints) : new Map(partitions.map((partition) => [partition, anew]));
  listeners?.onWork?.({ phase: 'checking', done: 1, total: 1 });
  for (const reason of new Set(reasons.values())) listeners?.onRebuild?.(reason);
  for (const partition of reasons.keys()) snapshots.clear(partition);
  if (reasons.size > 0 && membership === undefined) return fillBeside(parts, partitions);

  for (const [partition, checkpoint] of checkpoints) progress.adopt(partition, checkpoint);
  await beginAnew(parts, [...reasons.keys()]);
  const positions = new Map(partitions.map((partition) => [partition, progress.positionOf(partition)]));
  await removeBeyond(store, projections, positions);
  listeners?.onStep?.('rows-removed');
  // 3. folds
  return restoreFolds(options, folding, snapshots, positions);
}

export const partitionsOf = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

async function endsOf({ log }: ProjectorOptions, partitions: Iterable<number>): Promise<ReadonlyMap<number, number>> {
  const ends = await log.ends();
  return new Map(Array.from(partitions, (partition) => [partition, ends[partition] ?? 0]));
}

/** Why partitions have to be filled anew, in words. */
async function whyAnew(options: ProjectorOptions, checkpoints: ReadonlyMap<number, Checkpoint>): Promise<ReadonlyMap<number, string>> {
  const ends = await endsOf(options, checkpoints.keys());
  const { recheck = true } = options;
  const differing = recheck ? await tablesThatDiffer(options.store, projections, checkpoints) : undefined;
  const tables = new Set([...(differing?.values() ?? [])].flat());
  const reasons = new Map<number, string>();
  for (const [partition, { outdated, position }] of checkpoints) {
    if (outdated) reasons.set(partition, 'patterns or projections have changed');
    else if (position > (ends.get(partition) ?? 0)) reasons.set(partition, 'the log is another one');
    else if (differing?.has(partition) === true) reasons.set(partition, `rows are missing or left over in ${[...tables].join(', ')}`);
  }
  return reasons;
}

/** The way of a process that has all partitions: readers keep the old tables until the new ones are whole. */
async function fillBeside(
  { options, folding, progress, signal }: TakeOverParts,
  partitions: readonly number[],
): Promise<readonly FoldedPartition[]> {
  const filling = await Filling.begin(options, folding, partitions, signal);
  return (await filling.fillTo(await endsOf(options, partitions))) ? filling.takeOver(progress) : [];
}

/** The way of a process that shares the tables: partitions are emptied in their place, which is recorded before the first row goes. */
async function beginAnew({ options, epochs, progress }: TakeOverParts, partitions: readonly number[]): Promise<void> {
  if (partitions.length === 0) return;
  const ends = await endsOf(options, partitions);
  for (const [partition, end] of ends) progress.beginAnew(partition, end);
  await progress.record(options.store, partitions, epochs.fence(partitions));
}
