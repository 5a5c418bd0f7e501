import { kafkaClient } from '@plumbline/event-log';
import { sourceTopicMetrics, startSourceTopics } from '@plumbline/ingestion';
import type { ProcessContext } from '@plumbline/runtime';
import type { IngestConfiguration } from '../configuration/distributed';
import type { Platform } from '../platform';
import { declaredTopics, kafkaConnection, makeSureOf } from './open-outside';

/**
 * Reads the topics of those sources that send through Kafka into ingestion, until the process stops. A topic that cannot be read any
 * more ends the process: what is not committed is read again by the next one.
 */
export async function readSourceTopics(
  context: ProcessContext,
  configuration: IngestConfiguration,
  { ingestion, sources }: Pick<Platform, 'ingestion' | 'sources'>,
): Promise<void> {
  const { clock, metrics, lifecycle } = context;
  const names = sources.filter(({ topic }) => topic === true).map(({ name }) => name);
  if (names.length === 0) return;
  const connection = kafkaConnection(context, configuration, 'ingest');
  const topics = await declaredTopics(configuration, names);
  await makeSureOf(configuration, connection, [topics.deadLetter, ...topics.sources.values()]);
  const reading = await startSourceTopics({
    ...{ kafka: kafkaClient(connection), ingestion, sources: names, clock, prefix: configuration.kafkaTopicPrefix },
    onFailure: (error) => {
      lifecycle.fail('source topics', error);
    },
    listeners: sourceTopicMetrics(metrics),
  });
  lifecycle.onStop('source topics', () => reading.stop());
}
