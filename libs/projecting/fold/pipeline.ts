import type { AlertState, CommandOutcome } from '@plumbline/cases';
import type { EventLog } from '@plumbline/event-log';
import type { Bounds, Stretch } from './bounds';
import type { FoldedPartition, FoldedStretch, SealedFolds } from './folded-partition';
import { RoundRows } from './rows';

/** A batch over several partitions, folded and ready to be written. */
export interface Round {
  readonly bounds: Bounds;
  readonly rows: RoundRows;
  readonly alertStates: readonly AlertState[];
  readonly outcomes: readonly CommandOutcome[];
  readonly events: number;
  /** Of the records in the log. */
  readonly bytes: number;
  /** Time taken by decoding, folding and building rows, that of all threads together. */
  readonly foldMilliseconds: number;
}

export interface RoundLimits {
  readonly events: number;
  readonly bytes: number;
}

/** Records are read in pieces, each folded or handed over before the next is read, so that few of them are alive when garbage is collected. */
const PIECE = 500;

/**
 * The folds of some partitions. Reading the log further in rounds is all that it does; the live runner and the rebuild drive it
 * alike. Partitions come and go between rounds.
 */
export class Pipeline {
  private readonly folded = new Map<number, FoldedPartition>();
  private first = 0;

  constructor(private readonly log: EventLog) {}

  get partitions(): readonly number[] {
    return [...this.folded.keys()];
  }

  /** Takes the place of the partition's earlier folds. */
  add(folded: FoldedPartition): void {
    this.remove(folded.partition);
    this.folded.set(folded.partition, folded);
  }

  remove(partition: number): void {
    this.folded.get(partition)?.drop();
    this.folded.delete(partition);
  }

  /** The next position of a partition that will be folded. */
  positionOf(partition: number): number {
    return this.folded.get(partition)?.position ?? 0;
  }

  /** A partition's state between rounds. */
  async seal(partition: number): Promise<SealedFolds | undefined> {
    return this.folded.get(partition)?.seal();
  }

  /**
   * Folds what the log has, up to the limits and not beyond `ends`; undefined where there is nothing. Each partition gets its share,
   * and what it does not need goes to the next; the first to choose changes with every round.
   */
  async next(limits: RoundLimits, ends?: ReadonlyMap<number, number>): Promise<Round | undefined> {
    const order = [...this.folded.values()];
    order.push(...order.splice(0, this.first % Math.max(order.length, 1)));
    this.first += 1;
    const bounds: Stretch[] = [];
    const stretches: PartitionStretch[] = [];
    let { events, bytes } = limits;
    for (const [index, folded] of order.entries()) {
      const { partition, position: from } = folded;
      const share = order.length - index;
      let records = Math.min(Math.ceil(events / share), (ends?.get(partition) ?? Infinity) - from);
      let room = Math.ceil(bytes / share);
      while (records > 0 && room > 0) {
        const batch = await this.log.read(partition, folded.position, { maxRecords: Math.min(records, PIECE), maxBytes: room });
        if (batch.next === folded.position) break;
        const stretch = folded.fold(batch.records, batch.next);
        // Looked at when the round is put together; this keeps a failure from being unhandled until then.
        stretch.catch(() => undefined);
        stretches.push({ partition, stretch });
        await folded.ready();
        records -= batch.records.length;
        events -= batch.records.length;
        const read = batch.records.reduce((sum, record) => sum + record.bytes.length, 0);
        room -= read;
        bytes -= read;
      }
      if (folded.position > from) bounds.push({ partition, from, to: folded.position });
    }
    return bounds.length === 0 ? undefined : roundOf(bounds, { events: limits.events - events, bytes: limits.bytes - bytes }, stretches);
  }
}

interface PartitionStretch {
  readonly partition: number;
  readonly stretch: Promise<FoldedStretch>;
}

/** Puts a round together from its stretches, in the order in which they were asked for. */
async function roundOf(bounds: Bounds, taken: RoundLimits, stretches: readonly PartitionStretch[]): Promise<Round> {
  const rows = new RoundRows();
  const alertStates: AlertState[] = [];
  const outcomes: CommandOutcome[] = [];
  let foldMilliseconds = 0;
  for (const { partition, stretch } of stretches) {
    const folded = await stretch;
    rows.append(partition, folded.rows);
    alertStates.push(...folded.alertStates);
    outcomes.push(...folded.outcomes);
    foldMilliseconds += folded.milliseconds;
  }
  return { ...taken, bounds, rows, alertStates, outcomes, foldMilliseconds };
}
