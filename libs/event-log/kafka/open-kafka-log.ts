import { Arrivals } from '../arrivals';
import type { EventLog, LogBatch, LogPosition, LogRecord, ReadOptions } from '../port';
import { closed, overloaded, partitionsChanged } from '../problems';
import type { KafkaConnection } from './connection';
import { Lane, type LaneLimits, type Parcel } from './lane';
import { LaneProducer } from './lane-producer';
import { LogTopic } from './log-topic';
import { packAppend, type ParcelLimits } from './parcels';
import { PartitionReader } from './partition-reader';

export interface KafkaLogOptions {
  readonly connection: KafkaConnection;
  /** An existing topic, in which nobody else writes. */
  readonly topic: string;
  /** How many partitions it is to have. Left out: whatever it has. */
  readonly partitions?: number;
  /** While more than this waits for the brokers, appends are refused with `log.overloaded`; 64 MiB unless told. */
  readonly waitingBytes?: number;
  /** What was not acknowledged for so long is refused and may be sent again; a minute unless told. */
  readonly deliveryMilliseconds?: number;
}

const BATCH_RECORDS = 1_000;
const CLOSING_MILLISECONDS = 10_000;
const MAX_BATCH_BYTES = 1024 * 1024;
/** Header of a batch of messages. */
const BATCH_OVERHEAD = 128;

/**
 * Opens the log that a topic of Kafka keeps. A position is an offset: nobody writes into the topic in transactions, so offsets have no gaps.
 * @throws ProblemError `kafka.unreachable`, `kafka.credentials-refused`, `kafka.certificate-refused`, `kafka.not-authorised`,
 *   `kafka.topic-missing`, `log.partitions-changed`
 */
export async function openKafkaLog(options: KafkaLogOptions): Promise<EventLog> {
  const topic = await LogTopic.open(options.connection, options.topic);
  const partitions = topic.endsAtOpening.length;
  if (options.partitions !== undefined && options.partitions !== partitions) {
    await topic.close();
    throw partitionsChanged(partitions, options.partitions);
  }
  return new KafkaLog(topic, options);
}

class KafkaLog implements EventLog {
  readonly partitions: number;
  private readonly lanes: readonly Lane[];
  private readonly readers: readonly PartitionReader[];
  private readonly arrivals = new Arrivals();
  private readonly parcelLimits: ParcelLimits;
  private readonly waitingLimit: number;
  private waitingBytes = 0;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly topic: LogTopic,
    { connection, topic: name, waitingBytes = 64 * 1024 * 1024, deliveryMilliseconds = 60_000 }: KafkaLogOptions,
  ) {
    this.partitions = topic.endsAtOpening.length;
    this.waitingLimit = waitingBytes;
    const recordBytes = topic.maxMessageBytes - BATCH_OVERHEAD;
    this.parcelLimits = { records: BATCH_RECORDS, bytes: Math.min(MAX_BATCH_BYTES, recordBytes), recordBytes };
    const limits: LaneLimits = {
      batchRecords: BATCH_RECORDS,
      batchBytes: this.parcelLimits.bytes,
      deliveryMilliseconds,
      closingMilliseconds: CLOSING_MILLISECONDS,
    };
    const announce = (): void => {
      this.arrivals.announce(this.readers.map(({ end }) => end));
    };
    const each = topic.endsAtOpening.map((_, partition) => partition);
    this.lanes = each.map((partition) => new Lane(partition, new LaneProducer(connection, name, partition), limits, connection.logger));
    this.readers = each.map((partition) => new PartitionReader(connection, name, partition, this.arrivals, announce));
    topic.endsAtOpening.forEach((end, partition) => this.readers[partition]?.heard(end));
  }

  async append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    if (this.closing !== undefined) throw closed();
    if (records.length === 0) return [];
    if (this.waitingBytes > this.waitingLimit) throw overloaded();
    const { parcels, places, bytes } = packAppend(records, this.partitions, this.parcelLimits);
    this.waitingBytes += bytes;
    try {
      const sent = await Promise.all(parcels.map((parcel) => this.send(parcel.partition, parcel)));
      return places.map(({ parcel, index }) => {
        const { partition, first } = part(sent, parcel);
        return { partition, position: first + index };
      });
    } finally {
      this.waitingBytes -= bytes;
    }
  }

  async read(partition: number, from: number, options: ReadOptions = {}): Promise<LogBatch> {
    if (this.closing !== undefined) throw closed();
    return this.reader(partition).read(from, options);
  }

  ends(): Promise<readonly number[]> {
    return this.closing === undefined ? this.topic.ends() : Promise.reject(closed());
  }

  async waitFor(partition: number, from: number, signal: AbortSignal): Promise<void> {
    if (this.closing !== undefined) throw closed();
    const reader = this.reader(partition);
    if (signal.aborted || reader.end > from) return;
    const arrived = this.arrivals.wait(partition, from, signal);
    reader.follow();
    await arrived;
  }

  close(): Promise<void> {
    this.closing ??= this.release();
    return this.closing;
  }

  private async send(partition: number, parcel: Parcel): Promise<{ readonly partition: number; readonly first: number }> {
    const first = await this.lane(partition).add(parcel);
    this.reader(partition).heard(first + parcel.messages.length);
    return { partition, first };
  }

  private lane(partition: number): Lane {
    return part(this.lanes, partition);
  }

  private reader(partition: number): PartitionReader {
    return part(this.readers, partition);
  }

  private async release(): Promise<void> {
    this.arrivals.close();
    await Promise.all(this.lanes.map((lane) => lane.close()));
    await Promise.all(this.readers.map((reader) => reader.close()));
    await this.topic.close();
  }
}

function part<Part>(parts: readonly Part[], partition: number): Part {
  const found = parts[partition];
  if (found === undefined) throw new RangeError(`the log has partitions 0 to ${parts.length - 1}, not ${partition}`);
  return found;
}
