import type { Message, Producer } from 'kafkajs';
import { kafkaClient, retries, type KafkaConnection } from './connection';
import { Sockets } from './sockets';

/** Attempts of kafkajs with one batch before its lane counts as failed: about 6 s while connections are refused. */
const ATTEMPTS = 8;

/**
 * One idempotent producer on a client of its own, for one partition. kafkajs rolls a sequence number back and lets the next request go before it
 * repeats the last one, so two requests under way at once, or partitions that share a producer, can lose an acknowledged batch.
 */
export class LaneProducer {
  private producer: Promise<Producer> | undefined;
  private readonly sockets = new Sockets();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topic: string,
    private readonly partition: number,
  ) {}

  /** Sends one batch and resolves with the offset of its first message. Never called again before it has settled. */
  async send(messages: Message[]): Promise<number> {
    this.producer ??= this.connect();
    const producer = await this.producer;
    const [sent] = await producer.send({ topic: this.topic, messages, acks: -1 });
    const first = Number(sent?.baseOffset ?? -1);
    if (first < 0) throw new OffsetUnknown();
    return first;
  }

  /** Gives up connection and producer id. The next batch gets new ones, and so nothing of what the failed ones still believe. */
  async replace(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    this.sockets.destroy();
    await producer?.then(
      (connected) => connected.disconnect(),
      () => undefined,
    );
  }

  private async connect(): Promise<Producer> {
    const producer = kafkaClient(this.connection, { attempts: 1, sockets: this.sockets }).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: retries(ATTEMPTS),
      createPartitioner: () => () => this.partition,
    });
    await producer.connect();
    return producer;
  }
}

/** The broker took a batch as a repeat of one that it no longer knows the place of; sent through a new producer it gets one. */
class OffsetUnknown extends Error {
  readonly retriable = true;
}
