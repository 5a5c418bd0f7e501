import { platformTopics, type KafkaConnection, type PlatformTopics } from '@plumbline/event-log';
import { projectRoot } from '@plumbline/platform';
import { createLogger, Lifecycle } from '@plumbline/runtime';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalKafka } from '../../../infra/local/kafka';
import { SOURCE } from '../ingest/event-lines';

export const PARTITIONS = 4;

/** A broker in an empty directory. */
export interface Ground {
  readonly directory: string;
  readonly connection: KafkaConnection;
  /** What is opened meanwhile is told to it, and closed with the broker, the last one first. */
  readonly lifecycle: Lifecycle;
}

/** Resolves with what was measured; everything that was opened for it is closed and removed by then, also where it fails. */
export async function onGround<Measured>(work: (ground: Ground) => Promise<Measured>): Promise<Measured> {
  const logger = createLogger({ name: 'bench', level: 'silent' });
  const lifecycle = new Lifecycle(logger);
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const kafka = await startLocalKafka({ directory: join(directory, 'kafka') });
    lifecycle.onStop('kafka', () => kafka.stop());
    return await work({ directory, lifecycle, connection: { brokers: kafka.brokers, logger } });
  } finally {
    try {
      await lifecycle.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** The platform's topics under a prefix, the one of the benchmark's source among them, on a single broker. */
export async function topicsOf(prefix = 'plumbline'): Promise<PlatformTopics> {
  return platformTopics(await readFile(join(projectRoot, 'infra', 'kafka', 'topics.yaml'), 'utf8'), {
    ...{ prefix, logPartitions: PARTITIONS, sourcePartitions: PARTITIONS, sources: [SOURCE] },
    ...{ replicas: 1, replicasInStep: 1 },
  });
}
