import { projections } from '@plumbline/projections';
import type { FoldFactory } from './folds';
import { PartitionFolder } from './partition-folder';
import { unseal, type SealedUnder } from './sealed-state';

export const emptyFolder = (createFolds: FoldFactory, partition: number): PartitionFolder =>
  new PartitionFolder(partition, projections, createFolds);

/** A partition's folder as a sealed state left it, or why there is none; see {@link Folding.restored}. */
export function restoredFolder(createFolds: FoldFactory, under: SealedUnder, sealed: Uint8Array): PartitionFolder | 'unusable' | 'refused' {
  const state = unseal(under, sealed);
  if (state === undefined) return 'unusable';
  try {
    return new PartitionFolder(under.partition, projections, createFolds, state);
  } catch {
    // Whatever the reason, such a state is worth no more than one that is missing.
    return 'refused';
  }
}
