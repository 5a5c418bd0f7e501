import { setTimeout as delay } from 'node:timers/promises';
import { kafkaClient, type KafkaConnection } from '@plumbline/event-log';
import { createLogger } from '@plumbline/runtime';
import type { Admin, Kafka, KafkaMessage, Message, Producer } from 'kafkajs';
import { startLocalKafka, type LocalKafka, type LocalKafkaOptions } from '../../../../infra/local/kafka';
import { removeDirectory, temporaryDirectory } from './ground';

/** A real broker with what specifications do to it. */
export interface KafkaGround {
  readonly broker: LocalKafka;
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly producer: Producer;
  /** Makes the topics of the sources, and the dead-letter topic. */
  createTopics(prefix: string, sources: readonly string[], partitions?: number): Promise<void>;
  send(topic: string, messages: readonly Message[]): Promise<void>;
  /** All messages of a topic. */
  contentOf(topic: string): Promise<readonly KafkaMessage[]>;
  /** How far the group has committed in all partitions of a topic together; a partition without a position counts as 0. */
  committed(group: string, topic: string): Promise<number>;
  /** How many messages of a topic the group has not committed yet. */
  behind(group: string, topic: string): Promise<number>;
  close(): Promise<void>;
}

export const clientOf = (brokers: readonly string[], secured: Pick<KafkaConnection, 'sasl' | 'tls'> = {}): Kafka =>
  kafkaClient({ brokers, clientId: 'specification', logger: createLogger({ level: 'silent', name: 'specification' }), ...secured });

/** Doors that ask for credentials or for encryption. */
export type Doors = Pick<LocalKafkaOptions, 'sasl' | 'tls'>;

export async function openKafkaGround(doors: Doors = {}): Promise<KafkaGround> {
  const directory = temporaryDirectory();
  const broker = await startLocalKafka({ directory, ...doors });
  const kafka = clientOf(broker.brokers);
  const admin = kafka.admin();
  const producer = kafka.producer({ allowAutoTopicCreation: false, idempotent: true, maxInFlightRequests: 1 });
  await admin.connect();
  await producer.connect();

  const endsOf = async (topic: string): Promise<number> =>
    (await admin.fetchTopicOffsets(topic)).reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);

  const committed = async (group: string, topic: string): Promise<number> => {
    const [read] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
    return (read?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  };

  return {
    ...{ broker, kafka, admin, producer },
    async createTopics(prefix, sources, partitions = 3) {
      const topics = [...sources.map((source) => `${prefix}.source.${source}`), `${prefix}.dead-letter`];
      await admin.createTopics({ waitForLeaders: true, topics: topics.map((topic) => ({ topic, numPartitions: partitions })) });
    },
    async send(topic, messages) {
      for (let from = 0; from < messages.length; from += 1_000) {
        await producer.send({ topic, acks: -1, messages: messages.slice(from, from + 1_000) });
      }
    },
    async contentOf(topic) {
      const expected = await endsOf(topic);
      const found: KafkaMessage[] = [];
      if (expected === 0) return found;
      const consumer = kafka.consumer({ groupId: `reader-${String(Math.random())}`, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        eachMessage: ({ message }) => {
          found.push(message);
          return Promise.resolve();
        },
      });
      await until(() => found.length >= expected);
      await consumer.disconnect();
      return found;
    },
    committed,
    async behind(group, topic) {
      const ends = await admin.fetchTopicOffsets(topic);
      return ends.reduce((sum, { high }) => sum + Number(high), 0) - (await committed(group, topic));
    },
    async close() {
      await producer.disconnect();
      await admin.disconnect();
      await broker.stop();
      removeDirectory(directory);
    },
  };
}

/** Looks again until it is so. @throws Error after `limit` milliseconds */
export async function until(isSo: () => boolean | Promise<boolean>, limit = 45_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come about');
    await delay(50);
  }
}
