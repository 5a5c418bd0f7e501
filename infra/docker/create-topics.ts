import { allTopics, ensureTopics, platformTopics } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import { kafkaConnection, projectRoot, readProjectorConfiguration } from '@plumbline/platform';
import { createLogger } from '@plumbline/runtime';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Creates the topics that are missing and checks all of them, before anything that needs them starts. Names of sources that send over
 * Kafka follow as arguments.
 */
async function main(): Promise<void> {
  const { values, positionals: sources } = parseArgs({
    allowPositionals: true,
    options: {
      partitions: { type: 'string', default: '4' },
      replicas: { type: 'string', default: '3' },
      'in-step': { type: 'string', default: '2' },
    },
  });
  const configuration = readProjectorConfiguration(process.env);
  const logger = createLogger({ level: configuration.logLevel, name: 'create-topics' });
  const partitions = Number(values.partitions);
  const topics = platformTopics(readFileSync(join(projectRoot, 'infra', 'kafka', 'topics.yaml'), 'utf8'), {
    prefix: configuration.kafkaTopicPrefix,
    logPartitions: partitions,
    ...{ sources, sourcePartitions: partitions },
    ...{ replicas: Number(values.replicas), replicasInStep: Number(values['in-step']) },
  });
  await ensureTopics(kafkaConnection({ logger }, configuration, 'create-topics'), allTopics(topics));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ProblemError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
