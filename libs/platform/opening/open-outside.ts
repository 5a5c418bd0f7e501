import { migrate, openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import {
  checkClock,
  checkTopics,
  ensureTopics,
  openKafkaLog,
  platformTopics,
  type EventLog,
  type KafkaConnection,
  type PlatformTopics,
  type TopicDeclaration,
} from '@plumbline/event-log';
import { ProblemError, type Clock } from '@plumbline/kernel';
import { followProjection, type FollowOptions, type ProjectionReader } from '@plumbline/projecting';
import type { ProcessContext } from '@plumbline/runtime';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutsideConfiguration } from '../configuration/outside';
import { projectionMetrics } from '../working/platform-metrics';
import { projectRoot } from '../project-root';

/** What lies outside of a distributed process, opened. */
export interface Outside {
  readonly log: EventLog;
  readonly store: AnalyticsStore;
}

type OutsideContext = Pick<ProcessContext, 'logger' | 'lifecycle'>;

/** How this process reaches Kafka. @throws ProblemError `configuration.not-readable` for a certificate that cannot be read */
export function kafkaConnection(
  { logger }: Pick<ProcessContext, 'logger'>,
  configuration: OutsideConfiguration,
  program: string,
): KafkaConnection {
  const { kafkaBrokers, kafkaSaslMechanism, kafkaSaslUsername = '', kafkaSaslPassword = '', kafkaTls } = configuration;
  const { kafkaTlsAuthority, kafkaTlsCertificate, kafkaTlsKey } = configuration;
  const tls = {
    ...pem('certificateAuthority', 'PLUMBLINE_KAFKA_TLS_CA', kafkaTlsAuthority),
    ...pem('certificate', 'PLUMBLINE_KAFKA_TLS_CERTIFICATE', kafkaTlsCertificate),
    ...pem('key', 'PLUMBLINE_KAFKA_TLS_KEY', kafkaTlsKey),
  };
  return {
    ...{ brokers: kafkaBrokers, clientId: `${configuration.kafkaTopicPrefix}-${program}`, logger },
    ...(kafkaTls ? { tls } : {}),
    ...(kafkaSaslMechanism === 'none'
      ? {}
      : { sasl: { mechanism: kafkaSaslMechanism, username: kafkaSaslUsername, password: kafkaSaslPassword } }),
  };
}

function pem<Name extends string>(name: Name, place: string, file: string | undefined): Partial<Record<Name, string>> {
  if (file === undefined) return {};
  try {
    return { [name]: readFileSync(file, 'utf8') } as Record<Name, string>;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ProblemError(
      {
        code: 'configuration.not-readable',
        place,
        reason: `${place} names a file that cannot be read (${why}).`,
        remedy: 'Correct its path.',
      },
      { cause: error },
    );
  }
}

/** The topics of this installation, those of some sources among them. */
export async function declaredTopics(configuration: OutsideConfiguration, sources: readonly string[] = []): Promise<PlatformTopics> {
  const { kafkaTopicPrefix: prefix, partitions, kafkaReplicas: replicas, kafkaReplicasInStep: replicasInStep } = configuration;
  return platformTopics(await readFile(join(projectRoot, 'infra', 'kafka', 'topics.yaml'), 'utf8'), {
    ...{ prefix, logPartitions: partitions, replicas, replicasInStep, sources, sourcePartitions: partitions },
  });
}

/** Topics are there and as declared, or are created where the configuration allows it. @throws ProblemError with everything that is not so */
export const makeSureOf = (
  { kafkaCreateTopics }: Pick<OutsideConfiguration, 'kafkaCreateTopics'>,
  connection: KafkaConnection,
  topics: readonly TopicDeclaration[],
): Promise<void> => (kafkaCreateTopics ? ensureTopics : checkTopics)(connection, topics);

/** What the clocks are compared by is the machine's own time, whatever clock a process is given. */
const machineClock: Clock = { now: () => Date.now() };

/**
 * Opens the log that Kafka keeps, after its topic and the clocks were checked.
 * @throws ProblemError with everything that is not as it has to be
 */
export async function openSharedLog(
  { lifecycle }: OutsideContext,
  configuration: OutsideConfiguration,
  connection: KafkaConnection,
): Promise<EventLog> {
  const topics = await declaredTopics(configuration);
  await makeSureOf(configuration, connection, [topics.log, topics.clock]);
  await checkClock(connection, topics.clock.name, machineClock);
  return openTopic(lifecycle, connection, 'event log', topics.log);
}

/** Opens the topic in which projectors announce what they have written. @throws ProblemError with everything that is not as it has to be */
export async function openAnnouncements(
  { lifecycle }: OutsideContext,
  configuration: OutsideConfiguration,
  connection: KafkaConnection,
): Promise<EventLog> {
  const { announcements } = await declaredTopics(configuration);
  await makeSureOf(configuration, connection, [announcements]);
  return openTopic(lifecycle, connection, 'announcements', announcements);
}

/** Opens the log that a topic keeps, until the process stops. */
async function openTopic(
  lifecycle: ProcessContext['lifecycle'],
  connection: KafkaConnection,
  what: string,
  { name: topic, partitions }: TopicDeclaration,
): Promise<EventLog> {
  const log = await openKafkaLog({ connection, topic, partitions });
  lifecycle.onStop(what, () => log.close());
  return log;
}

/** Reaches the ClickHouse server, without looking at what is in it. */
export async function reachServer(
  { lifecycle }: Pick<OutsideContext, 'lifecycle'>,
  configuration: OutsideConfiguration,
): Promise<AnalyticsStore> {
  const { clickhouseUrl, clickhouseUser, clickhousePassword = '', clickhouseCluster: cluster } = configuration;
  if (clickhouseUrl === undefined) throw new Error('the rules of the configuration ask for the address of ClickHouse');
  const store = await openAnalyticsStore({ url: clickhouseUrl.href, username: clickhouseUser, password: clickhousePassword, cluster });
  lifecycle.onStop('analytics store', () => store.close());
  return store;
}

/** Opens the tables on the ClickHouse server, and brings them up to date; every process may do that, in any order. */
export async function openSharedStore(context: OutsideContext, configuration: OutsideConfiguration): Promise<AnalyticsStore> {
  const store = await reachServer(context, configuration);
  await migrate(store);
  return store;
}

/** Follows the tables that projectors fill. */
export async function follow(
  { logger, lifecycle, metrics }: Omit<ProcessContext, 'clock'>,
  { log, store }: Outside,
  ways: Pick<FollowOptions, 'announcements'> = {},
): Promise<ProjectionReader> {
  const followed = await followProjection({
    ...{ log, store, ...ways },
    onDeafness: (error) => {
      logger.warn({ err: error }, 'announcements cannot be heard; the tables are looked at instead');
    },
    onTrouble: (error) => {
      logger.warn({ err: error }, 'ClickHouse cannot be read; what is waited for goes on waiting');
    },
    onRecovery: () => {
      logger.warn('ClickHouse can be read again');
    },
  });
  lifecycle.onStop('projection that is followed', () => followed.close());
  projectionMetrics(metrics, followed);
  return followed;
}
