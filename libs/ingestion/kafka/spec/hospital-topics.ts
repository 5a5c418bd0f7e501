import { systemClock } from '@plumbline/kernel';
import type { Message } from 'kafkajs';
import type { TakenBatch } from '../listeners';
import { startSourceTopics, type SourceTopicOptions, type SourceTopics } from '../start-source-topics';
import { eventsIn, openGround, removeDirectory, temporaryDirectory, type Ground, type GroundOptions } from './ground';
import { until, type KafkaGround } from './kafka-ground';
import { inEitherMode, sent } from './messages';

let hospitals = 0;

/** Topics of a hospital of its own, read into a ground of its own, and what the reading told. */
export class HospitalTopics {
  readonly prefix = `hospital-${String((hospitals += 1))}`;
  readonly topic = `${this.prefix}.source.ehr`;
  readonly group = `${this.prefix}-ingest`;
  readonly batches: TakenBatch[] = [];
  readonly lags: number[] = [];
  readonly troubles: unknown[] = [];
  readonly failures: unknown[] = [];
  private readonly directory = temporaryDirectory();
  private ground: Ground | undefined;
  private topics: SourceTopics | undefined;

  constructor(private readonly broker: KafkaGround) {}

  create(partitions = 3): Promise<void> {
    return this.broker.createTopics(this.prefix, ['ehr'], partitions);
  }

  send(messages: readonly Message[]): Promise<void> {
    return this.broker.send(this.topic, messages);
  }

  async start(over: Partial<SourceTopicOptions> & GroundOptions = {}): Promise<void> {
    this.ground ??= await openGround(this.directory, over);
    this.topics = await startSourceTopics({
      ...{ kafka: this.broker.kafka, ingestion: this.ground.ingestion, sources: ['ehr'], clock: systemClock, prefix: this.prefix },
      onFailure: (error) => this.failures.push(error),
      listeners: {
        onBatch: (batch) => this.batches.push(batch),
        onLag: (_, messages) => this.lags.push(messages),
        onTrouble: (error) => this.troubles.push(error),
      },
      ...over,
    });
  }

  async stop(): Promise<void> {
    await this.topics?.stop();
    this.topics = undefined;
  }

  /** Stops, and goes away with all that was kept. */
  async close(): Promise<void> {
    await this.stop();
    await this.ground?.close();
    removeDirectory(this.directory);
  }

  get ingestion(): Ground['ingestion'] {
    if (this.ground === undefined) throw new Error('start it first');
    return this.ground.ingestion;
  }

  events(): ReturnType<typeof eventsIn> {
    if (this.ground === undefined) throw new Error('start it first');
    return eventsIn(this.ground.log);
  }

  committed(): Promise<number> {
    return this.broker.committed(this.group, this.topic);
  }

  untilRead(): Promise<void> {
    return until(async () => (await this.broker.behind(this.group, this.topic)) === 0);
  }

  deadLetters(): ReturnType<KafkaGround['contentOf']> {
    return this.broker.contentOf(`${this.prefix}.dead-letter`);
  }

  /** Moves the committed position of the only partition; nobody may read meanwhile. */
  moveTo(offset: number): Promise<void> {
    const partitions = [{ partition: 0, offset: String(offset) }];
    return this.broker.admin.setOffsets({ groupId: this.group, topic: this.topic, partitions });
  }

  /** Takes what stands before this offset of the only partition away, as retention does. */
  drop(before: number): Promise<void> {
    return this.broker.admin.deleteTopicRecords({ topic: this.topic, partitions: [{ partition: 0, offset: String(before) }] });
  }

  repeated(): number {
    return this.batches.reduce((sum, { receipt }) => sum + receipt.repeated, 0);
  }
}

export const many = (count: number, message: (index: number) => Message = (index) => inEitherMode(sent(index))): Message[] =>
  Array.from({ length: count }, (_, index) => message(index));
