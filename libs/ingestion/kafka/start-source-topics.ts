import { kafkaProblem } from '@plumbline/event-log';
import type { Clock } from '@plumbline/kernel';
import type { Kafka } from 'kafkajs';
import type { Ingestion } from '../core/ingestion';
import { BatchIntake } from './batch-intake';
import { DeadLetters } from './dead-letters';
import { giveUp, isFatal } from './failure';
import type { SourceTopicListeners } from './listeners';
import { mustExist } from './must-exist';
import { Positions } from './positions';
import { deadLetterTopic, sourceTopic } from './topic-names';
import { watchLag } from './watch-lag';

export interface SourceTopicOptions {
  /** A client with the settings of the brokers, as `kafkaClient` makes it. */
  readonly kafka: Kafka;
  readonly ingestion: Pick<Ingestion, 'acceptRecords'>;
  /** The sources that send over Kafka; each has the topic of its name. */
  readonly sources: readonly string[];
  readonly clock: Clock;
  /** What all topics and the group begin with; `plumbline` unless told. */
  readonly prefix?: string;
  /** The process cannot go on: it should end with a code other than zero and be started again. Told once. */
  readonly onFailure: (error: unknown) => void;
  readonly listeners?: SourceTopicListeners;
  /** Milliseconds without a sign of life after which the group gives the topics to another process; 10,000 unless told, and a killed process is missed for so long. */
  readonly sessionTimeout?: number;
}

export interface SourceTopics {
  /** Finishes the batches at work, commits, leaves the group and closes the connections. */
  stop(): Promise<void>;
}

/** Enough for thousands of events in one fetch; what is in memory is this for each topic, and what the log has not taken yet. */
const MAX_BYTES_PER_PARTITION = 1_048_576;
const MAX_BYTES = 8 * MAX_BYTES_PER_PARTITION;
/**
 * What a source sends is gathered for so many milliseconds, or until it is so much: acceptance, acknowledgement and commit cost a handful of
 * events as much as a hundred, and at a few thousand a second every core was busy with them.
 */
const GATHERING_MILLISECONDS = 25;
const GATHERED_BYTES = 65_536;
const TOPICS_AT_ONCE = 4;

/**
 * Reads the topics of the sources into ingestion, each message at least once and in the order of its partition.
 * @throws ProblemError `kafka.topic-missing`, `kafka.unreachable`, `kafka.credentials-refused`, `source-topic.position-lost`; nothing runs then
 */
export async function startSourceTopics(options: SourceTopicOptions): Promise<SourceTopics> {
  const { kafka, sources, listeners = {}, prefix = 'plumbline', sessionTimeout = 10_000 } = options;
  const group = `${prefix}-ingest`;
  const sourceByTopic = new Map(sources.map((source) => [sourceTopic(source, prefix), source]));
  const topics = [...sourceByTopic.keys()];
  const letterTopic = deadLetterTopic(prefix);
  const heartbeatInterval = sessionTimeout / 10;

  const admin = kafka.admin();
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  const consumer = kafka.consumer({
    ...{ groupId: group, allowAutoTopicCreation: false, sessionTimeout, heartbeatInterval },
    ...{
      maxBytes: MAX_BYTES,
      maxBytesPerPartition: MAX_BYTES_PER_PARTITION,
      minBytes: GATHERED_BYTES,
      maxWaitTimeInMs: GATHERING_MILLISECONDS,
    },
  });
  const close = async (): Promise<void> => {
    await consumer.disconnect();
    await producer.disconnect();
    await admin.disconnect();
  };

  try {
    await admin.connect();
    await mustExist(admin, [...topics, letterTopic]);
    const positions = new Positions(admin, group);
    await positions.load(topics);
    await producer.connect();
    await consumer.connect();
    const intake = new BatchIntake({
      ...{ ingestion: options.ingestion, deadLetters: new DeadLetters(producer, letterTopic), positions },
      ...{ clock: options.clock, listeners, heartbeatInterval },
      sourceOf: (topic) => sourceByTopic.get(topic) ?? topic,
    });
    let failed = false;
    const fail = (error: unknown): void => {
      if (failed) return;
      failed = true;
      intake.stop();
      watch.stop();
      void giveUp(consumer, positions, error).then(options.onFailure);
    };
    const watch = watchLag(positions, sourceByTopic, listeners, fail);
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart) listeners.onTrouble?.(payload.error, undefined);
      else fail(payload.error);
    });
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      autoCommit: false,
      partitionsConsumedConcurrently: TOPICS_AT_ONCE,
      eachBatch: async (payload) => {
        if (failed) return;
        try {
          await intake.take(payload);
        } catch (error) {
          if (!isFatal(error)) throw error;
          fail(error);
        }
      },
    });
    return {
      async stop() {
        intake.stop();
        watch.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw kafkaProblem(error);
  }
}
