import type { ProblemError } from '@plumbline/kernel';
import type { ProjectorOptions } from '../options';
import type { Folding } from './folded-partition';
import { FoldingHere } from './folding-here';
import { FoldingInThreads } from './threads/folding-in-threads';

/** Where a projector folds: in threads where there are to be some, of which it needs no more than there are partitions. */
export function openFolding(options: ProjectorOptions, onDeath: (problem: ProblemError) => void): Folding {
  const { log, createFolds, foldVersion, foldThreads } = options;
  if (foldThreads === undefined || foldThreads.count === 0) return new FoldingHere(createFolds, foldVersion);
  return new FoldingInThreads({ ...foldThreads, count: Math.min(foldThreads.count, log.partitions) }, foldVersion, onDeath);
}
