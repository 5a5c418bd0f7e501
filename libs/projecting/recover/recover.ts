import { join } from 'node:path';
import { ProblemError } from '@plumbline/kernel';
import { projections } from '@plumbline/projections';
import type { Bounds } from '../fold/bounds';
import { Pipeline, type Restored } from '../fold/pipeline';
import type { ProjectorOptions } from '../options';
import { RoundJournal } from '../write/journal';
import { Progress } from '../write/progress';
import { RoundWriter } from '../write/round-writer';
import { Filling } from './filling';
import { removeStrays, tablesThatDiffer } from './recheck';
import { Snapshots } from './snapshots';

/** Folds and tables that agree, ready to go on. */
export interface Recovered {
  readonly pipeline: Pipeline;
  readonly progress: Progress;
  readonly journal: RoundJournal;
  readonly snapshots: Snapshots;
  /** Before these positions, by partition, rows may be there that no checkpoint speaks of. */
  readonly doubtfulBefore: ReadonlyMap<number, number>;
}

/**
 * Brings folds and tables together after whatever happened: an orderly end, kill -9, a power cut that took rows out of ClickHouse,
 * other patterns, a deleted directory. The log decides; the tables follow.
 */
export async function recover(options: ProjectorOptions): Promise<Recovered> {
  const journal = await RoundJournal.open(join(options.directory, 'rounds.ndjson'));
  try {
    return await recoverWith(options, journal);
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function recoverWith(options: ProjectorOptions, journal: RoundJournal): Promise<Recovered> {
  const { log, store, directory, foldVersion, listeners, recheck = true } = options;
  const partitions = options.partitions ?? partitionsOf(log.partitions);
  const snapshots = new Snapshots(join(directory, 'snapshots'), foldVersion);
  const progress = await Progress.read(store, projections, foldVersion);
  listeners?.onWork?.({ phase: 'checking', done: 0, total: 1 });
  const reason = await whyAnew(options, partitions, progress);
  listeners?.onWork?.({ phase: 'checking', done: 1, total: 1 });
  if (reason !== undefined) {
    listeners?.onRebuild?.(reason);
    await journal.clear();
    snapshots.clear();
    const filling = await Filling.begin(options, partitions);
    await filling.fillTo(await endsOf(options, partitions));
    await filling.takeOver();
    return { pipeline: filling.pipeline, progress: filling.progress, journal, snapshots, doubtfulBefore: new Map() };
  }

  const pipeline = await restored(options, partitions, progress, snapshots);
  const { pending, reached } = pendingRounds(journal.earlier, partitions, progress);
  const strays = recheck
    ? await removeStrays(store, projections, partitions, (partition) => reached.get(partition) ?? 0)
    : new Map<number, number>();
  const writer = new RoundWriter({ store, progress, journal, onStep: (step) => listeners?.onStep?.(step) });
  for (const bounds of pending) await writer.write(await pipeline.exactly(bounds), recheck);
  return { pipeline, progress, journal, snapshots, doubtfulBefore: strays };
}

export const partitionsOf = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

export async function endsOf({ log }: ProjectorOptions, partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const ends = await log.ends();
  return new Map(partitions.map((partition) => [partition, ends[partition] ?? 0]));
}

/** Why the tables have to be filled anew, in words; undefined where they need not. */
async function whyAnew(options: ProjectorOptions, partitions: readonly number[], progress: Progress): Promise<string | undefined> {
  if (progress.outdated) return 'patterns or projections have changed';
  const ends = await endsOf(options, partitions);
  if (partitions.some((partition) => progress.positionOf(partition) > (ends.get(partition) ?? 0))) return 'the log is another one';
  if (options.recheck === false) return undefined;
  const differing = await tablesThatDiffer(options.store, projections, partitions, progress);
  return differing.length === 0 ? undefined : `rows are missing or left over in ${differing.join(', ')}`;
}

/** The newest snapshots that are not beyond the checkpoints, folded on to them without writing a row again. */
async function restored(
  options: ProjectorOptions,
  partitions: readonly number[],
  progress: Progress,
  snapshots: Snapshots,
): Promise<Pipeline> {
  const states = new Map<number, Restored>();
  for (const partition of partitions) {
    const newest = snapshots.newest(partition, progress.positionOf(partition));
    if (newest !== undefined) states.set(partition, newest);
  }
  const pipeline = pipelineFrom(options, partitions, states);
  const total = partitions.reduce((sum, partition) => sum + progress.positionOf(partition) - pipeline.positionOf(partition), 0);
  let done = 0;
  for (const partition of partitions) {
    await pipeline.catchUp(partition, progress.positionOf(partition), (events) => {
      done += events;
      options.listeners?.onWork?.({ phase: 'catching-up', done, total });
    });
  }
  return pipeline;
}

/** A state that the folds refuse is worth no more than one that is missing: then all is folded from the beginning. */
function pipelineFrom(options: ProjectorOptions, partitions: readonly number[], states: ReadonlyMap<number, Restored>): Pipeline {
  try {
    return new Pipeline({ ...options, partitions, projections }, states);
  } catch (cause) {
    if (states.size === 0) throw cause;
    options.listeners?.onTrouble?.(snapshotRefused(cause), 1);
    return new Pipeline({ ...options, partitions, projections });
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

/** The recorded rounds that follow on the checkpoints one after the other, and how far they reach. */
function pendingRounds(
  recorded: readonly Bounds[],
  partitions: readonly number[],
  progress: Progress,
): { readonly pending: readonly Bounds[]; readonly reached: ReadonlyMap<number, number> } {
  const reached = new Map(partitions.map((partition) => [partition, progress.positionOf(partition)]));
  const pending: Bounds[] = [];
  for (const bounds of recorded) {
    if (!bounds.every(({ partition, from }) => reached.get(partition) === from)) continue;
    pending.push(bounds);
    for (const { partition, to } of bounds) reached.set(partition, to);
  }
  return { pending, reached };
}
