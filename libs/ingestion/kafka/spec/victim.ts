import { ProblemError, systemClock } from '@plumbline/kernel';
import type { Consumer, ConsumerRunConfig, Kafka } from 'kafkajs';
import { dying, type Death } from '../../../../test/support/dying';
import { startSourceTopics } from '../start-source-topics';
import { openGround } from './ground';
import { clientOf } from './kafka-ground';

type VictimStep = 'before-append' | 'after-append' | 'after-commit';

/** What a victim is told: where its data and its broker are, and at which step of a batch it dies. */
export interface VictimOrders extends Death<VictimStep> {
  readonly directory: string;
  readonly brokers: readonly string[];
  readonly prefix: string;
  /** A product as it must not be: the position is committed before the events are durable. */
  readonly commitsFirst: boolean;
}

/** The member of a killed process is missed after the shortest time that brokers allow. */
const SESSION_TIMEOUT = 6_000;

async function main(orders: VictimOrders): Promise<void> {
  const reached = dying(orders);
  const { ingestion } = await openGround(orders.directory);
  const kafka = clientOf(orders.brokers);
  await startSourceTopics({
    kafka: orders.commitsFirst ? committingFirst(kafka) : kafka,
    ...{ sources: ['ehr'], clock: systemClock, prefix: orders.prefix, sessionTimeout: SESSION_TIMEOUT },
    ingestion: {
      async acceptRecords(...given) {
        reached('before-append');
        const receipt = await ingestion.acceptRecords(...given);
        reached('after-append');
        return receipt;
      },
    },
    listeners: {
      onBatch: () => {
        reached('after-commit');
      },
    },
    onFailure: (error) => {
      process.stderr.write(`${error instanceof ProblemError ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  });
}

function committingFirst(kafka: Kafka): Kafka {
  const consumer: Kafka['consumer'] = (configuration) => {
    const real: Consumer = kafka.consumer(configuration);
    const run = (running: ConsumerRunConfig = {}): Promise<void> =>
      real.run({
        ...running,
        eachBatch: async (payload) => {
          const { topic, partition } = payload.batch;
          const offset = String(Number(payload.batch.lastOffset()) + 1);
          await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
          await running.eachBatch?.(payload);
        },
      });
    return { ...real, run };
  };
  return Object.assign(Object.create(kafka) as Kafka, { consumer });
}

void main(JSON.parse(process.argv[2] ?? '{}') as VictimOrders);
