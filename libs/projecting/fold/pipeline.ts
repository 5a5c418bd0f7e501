import { setImmediate } from 'node:timers/promises';
import type { AlertState, CommandOutcome } from '@plumbline/cases';
import type { EventLog, StoredRecord } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import type { Projection } from '@plumbline/projections';
import type { Bounds, Stretch } from './bounds';
import type { FoldFactory } from './folds';
import { PartitionFolder, type FolderState } from './partition-folder';
import { RoundRows, noRows, type RowSink } from './rows';

/** How long the fold may keep the event loop: acknowledgements and queries wait meanwhile. */
const SLICE_MILLISECONDS = 4;

/** A batch over all partitions, folded and ready to be written. */
export interface Round {
  readonly bounds: Bounds;
  readonly rows: RoundRows;
  readonly alertStates: readonly AlertState[];
  readonly outcomes: readonly CommandOutcome[];
  readonly events: number;
  /** Time taken by decoding, folding and building rows. */
  readonly foldMilliseconds: number;
}

export interface RoundLimits {
  readonly events: number;
  readonly bytes: number;
}

export interface PipelineOptions {
  readonly log: EventLog;
  readonly partitions: readonly number[];
  readonly projections: readonly Projection[];
  readonly createFolds: FoldFactory;
}

/** Where a partition's folds start from. */
export interface Restored {
  readonly position: number;
  readonly state: FolderState;
}

/**
 * The folds of some partitions and how far each has come. Reading the log further in rounds is all that it does; the live runner,
 * the restart and the rebuild drive it alike.
 */
export class Pipeline {
  private readonly folders: ReadonlyMap<number, PartitionFolder>;
  private readonly positions: Map<number, number>;
  private first = 0;

  constructor(
    private readonly options: PipelineOptions,
    restored: ReadonlyMap<number, Restored> = new Map(),
  ) {
    const { partitions, projections, createFolds } = options;
    this.folders = new Map(
      partitions.map((partition) => [partition, new PartitionFolder(partition, projections, createFolds, restored.get(partition)?.state)]),
    );
    this.positions = new Map(partitions.map((partition) => [partition, restored.get(partition)?.position ?? 0]));
  }

  /** The next position of a partition that will be folded. */
  positionOf(partition: number): number {
    return this.positions.get(partition) ?? 0;
  }

  /** A partition's state between rounds. */
  snapshotOf(partition: number): FolderState | undefined {
    return this.folders.get(partition)?.snapshot();
  }

  /**
   * Folds what the log has, up to the limits and not beyond `ends`; undefined where there is nothing. Each partition gets its share,
   * and what it does not need goes to the next; the first to choose changes with every round.
   */
  async next(limits: RoundLimits, ends?: ReadonlyMap<number, number>): Promise<Round | undefined> {
    const { partitions } = this.options;
    const order = partitions.map((_, index) => partitions[(index + this.first) % partitions.length] ?? 0);
    this.first = (this.first + 1) % partitions.length;
    const stretches: { stretch: Stretch; records: readonly StoredRecord[] }[] = [];
    let { events, bytes } = limits;
    for (const [index, partition] of order.entries()) {
      const share = order.length - index;
      const from = this.positionOf(partition);
      const end = ends?.get(partition) ?? Infinity;
      const maxRecords = Math.min(Math.ceil(events / share), end - from);
      if (maxRecords <= 0 || bytes <= 0) continue;
      const batch = await this.options.log.read(partition, from, { maxRecords, maxBytes: Math.ceil(bytes / share) });
      if (batch.next === from) continue;
      events -= batch.records.length;
      bytes -= batch.records.reduce((sum, record) => sum + record.bytes.length, 0);
      stretches.push({ stretch: { partition, from, to: batch.next }, records: batch.records });
    }
    return stretches.length === 0 ? undefined : this.fold(stretches);
  }

  /** Folds exactly these stretches, which a process that is gone had fixed. */
  async exactly(bounds: Bounds): Promise<Round> {
    const stretches: { stretch: Stretch; records: readonly StoredRecord[] }[] = [];
    for (const stretch of bounds) {
      const records: StoredRecord[] = [];
      await this.readTo(stretch.partition, stretch.to, (batch) => records.push(...batch));
      stretches.push({ stretch, records });
    }
    return this.fold(stretches);
  }

  /** Brings a partition's folds to a position whose rows are in the tables already. */
  async catchUp(partition: number, to: number, progressed: (events: number) => void): Promise<void> {
    const folder = this.folders.get(partition);
    if (folder === undefined) return;
    await this.readTo(partition, to, async (records) => {
      await this.foldRecords(folder, records, noRows);
      folder.finish(noRows);
      progressed(records.length);
    });
    this.positions.set(partition, to);
  }

  private async readTo(partition: number, to: number, take: (records: readonly StoredRecord[]) => unknown): Promise<void> {
    for (let from = this.positionOf(partition); from < to;) {
      const batch = await this.options.log.read(partition, from, { maxRecords: Math.min(5_000, to - from) });
      if (batch.next === from || batch.next > to) throw logTooShort(partition, to);
      await take(batch.records);
      from = batch.next;
    }
  }

  private async fold(stretches: readonly { stretch: Stretch; records: readonly StoredRecord[] }[]): Promise<Round> {
    const rows = new RoundRows(this.options.projections);
    const alertStates: AlertState[] = [];
    const outcomes: CommandOutcome[] = [];
    let events = 0;
    let foldMilliseconds = 0;
    for (const { stretch, records } of stretches) {
      const folder = this.folders.get(stretch.partition);
      if (folder === undefined) continue;
      foldMilliseconds += await this.foldRecords(folder, records, rows);
      const output = folder.finish(rows);
      alertStates.push(...output.alertStates);
      outcomes.push(...output.outcomes);
      events += records.length;
      this.positions.set(stretch.partition, stretch.to);
    }
    return { bounds: stretches.map(({ stretch }) => stretch), rows, alertStates, outcomes, events, foldMilliseconds };
  }

  /** Folds records in slices, so that nobody waits long for the event loop; returns the time taken without the pauses. */
  private async foldRecords(folder: PartitionFolder, records: readonly StoredRecord[], rows: RowSink): Promise<number> {
    let taken = 0;
    let since = performance.now();
    for (const [index, record] of records.entries()) {
      folder.apply(record, rows);
      if (index % 32 !== 31 || performance.now() - since < SLICE_MILLISECONDS) continue;
      taken += performance.now() - since;
      await setImmediate();
      since = performance.now();
    }
    return taken + performance.now() - since;
  }
}

const logTooShort = (partition: number, to: number): ProblemError =>
  new ProblemError({
    code: 'projecting.log-too-short',
    reason: 'The tables were filled from a longer log than this one.',
    remedy: 'Restore the log that belongs to this data directory, or run `plumbline rebuild` to fill the tables from this one.',
    facts: { partition, to },
  });
