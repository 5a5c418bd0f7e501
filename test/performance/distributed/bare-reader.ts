import { kafkaClient, type KafkaConnection } from '@plumbline/event-log';
import type { EachBatchHandler } from 'kafkajs';
import { PARTITIONS } from './ground';
import { SteadyFlow } from './steady-flow';

export interface BareReading {
  /** Goes on where it last stopped. */
  readonly group: string;
  readonly topic: string;
  readonly expected: number;
  /** What is done with a batch before its position is committed; nothing unless given. */
  readonly eachBatch?: EachBatchHandler;
}

/** A consumer of kafkajs and nothing else: milliseconds a record. */
export async function readBare(connection: KafkaConnection, { group, topic, expected, eachBatch }: BareReading): Promise<number> {
  const flow = new SteadyFlow(expected);
  const consumer = kafkaClient(connection).consumer({ groupId: group, allowAutoTopicCreation: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) flow.fail(payload.error);
    });
    await consumer.run({
      partitionsConsumedConcurrently: PARTITIONS,
      eachBatch: async (payload) => {
        await eachBatch?.(payload);
        flow.arrived(payload.batch.messages.length);
      },
    });
    return await flow.millisecondsEach();
  } finally {
    await consumer.disconnect();
  }
}
