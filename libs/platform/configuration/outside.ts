import type { Problem } from '@plumbline/kernel';
import {
  addressSetting,
  choiceSetting,
  flagSetting,
  listSetting,
  optionalTextSetting,
  secretSetting,
  textSetting,
  wholeSetting,
  type ConfigurationOf,
} from '@plumbline/runtime';
import { partitionsSetting } from './settings';

/** What lies outside of the distributed processes: the log in Kafka, the tables on a ClickHouse server. */
export const outsideSettings = {
  kafkaBrokers: listSetting('PLUMBLINE_KAFKA_BROKERS', { describes: 'host:port of some Kafka brokers, separated by commas', fallback: [] }),
  kafkaTopicPrefix: textSetting('PLUMBLINE_KAFKA_TOPIC_PREFIX', {
    describes: 'what the names of all topics and consumer groups begin with',
    fallback: 'plumbline',
  }),
  partitions: partitionsSetting,
  kafkaCreateTopics: flagSetting('PLUMBLINE_KAFKA_CREATE_TOPICS', {
    describes: 'topics that are missing are created as infra/kafka/topics.yaml declares them; without it they have to be there',
    fallback: false,
  }),
  kafkaReplicas: wholeSetting('PLUMBLINE_KAFKA_REPLICAS', {
    describes: 'how many brokers hold each record of a topic that is created',
    fallback: 3,
    minimum: 1,
    maximum: 7,
  }),
  kafkaReplicasInStep: wholeSetting('PLUMBLINE_KAFKA_REPLICAS_IN_STEP', {
    describes: 'how many of them have to hold a record before it is acknowledged',
    fallback: 2,
    minimum: 1,
    maximum: 7,
  }),
  kafkaSaslMechanism: choiceSetting('PLUMBLINE_KAFKA_SASL_MECHANISM', ['none', 'plain', 'scram-sha-256', 'scram-sha-512'], {
    describes: 'how Kafka is told who connects',
    fallback: 'none',
  }),
  kafkaSaslUsername: optionalTextSetting('PLUMBLINE_KAFKA_SASL_USERNAME', 'the user at Kafka'),
  kafkaSaslPassword: secretSetting('PLUMBLINE_KAFKA_SASL_PASSWORD', { describes: 'the password of that user', minimumLength: 8 }),
  kafkaTls: flagSetting('PLUMBLINE_KAFKA_TLS', { describes: 'connections to Kafka are encrypted', fallback: false }),
  kafkaTlsAuthority: optionalTextSetting('PLUMBLINE_KAFKA_TLS_CA', 'a PEM file of the authorities that are trusted instead of Node’s own'),
  kafkaTlsCertificate: optionalTextSetting(
    'PLUMBLINE_KAFKA_TLS_CERTIFICATE',
    'a PEM file of our own certificate, where the brokers ask for one',
  ),
  kafkaTlsKey: optionalTextSetting('PLUMBLINE_KAFKA_TLS_KEY', 'a PEM file of its key'),
  clickhouseUrl: addressSetting(
    'PLUMBLINE_CLICKHOUSE_URL',
    'the HTTP address of the ClickHouse server, such as https://clickhouse.example:8443',
  ),
  clickhouseUser: textSetting('PLUMBLINE_CLICKHOUSE_USER', { describes: 'the user at ClickHouse', fallback: 'default' }),
  clickhousePassword: secretSetting('PLUMBLINE_CLICKHOUSE_PASSWORD', { describes: 'the password of that user', minimumLength: 8 }),
  clickhouseCluster: optionalTextSetting(
    'PLUMBLINE_CLICKHOUSE_CLUSTER',
    'the cluster whose replicas hold the tables; without it one server does',
  ),
  privateNetwork: flagSetting('PLUMBLINE_PRIVATE_NETWORK', {
    describes: 'nobody else is on the network between the processes, so that production may do without TLS there',
    fallback: false,
  }),
} as const;

export type OutsideConfiguration = ConfigurationOf<typeof outsideSettings>;

const problem = (place: string, code: Problem['code'], reason: string, remedy: string): Problem => ({ code, place, reason, remedy });

const isHere = (host: string): boolean => /^(?:127\.\d+\.\d+\.\d+|\[?::1\]?|localhost)(?::\d+)?$/.test(host);

/** What has to fit together, and what production must not do without. */
export function outsideRules(configuration: OutsideConfiguration & { readonly mode: 'demonstration' | 'production' }): readonly Problem[] {
  const { mode } = configuration;
  return [...completeness(configuration), ...(mode === 'production' ? productionProblems(configuration) : [])];
}

function completeness(configuration: OutsideConfiguration): readonly Problem[] {
  const { kafkaBrokers, kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword, kafkaTlsCertificate, kafkaTlsKey, clickhouseUrl } =
    configuration;
  const problems: Problem[] = [];
  const wrongBrokers = kafkaBrokers.filter((broker) => !/^(?:\[[0-9a-f:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/.test(broker));
  if (kafkaBrokers.length === 0 || wrongBrokers.length > 0) {
    problems.push(
      problem(
        'PLUMBLINE_KAFKA_BROKERS',
        'configuration.invalid',
        'PLUMBLINE_KAFKA_BROKERS is not a list of host:port.',
        'Set it to addresses such as kafka-1.example:9092,kafka-2.example:9092.',
      ),
    );
  }
  const named = kafkaSaslUsername !== undefined && kafkaSaslPassword !== undefined;
  if (kafkaSaslMechanism !== 'none' && !named) {
    problems.push(
      problem(
        'PLUMBLINE_KAFKA_SASL_USERNAME',
        'configuration.missing',
        'Kafka is to be told who connects, and user or password is not set.',
        'Set PLUMBLINE_KAFKA_SASL_USERNAME and PLUMBLINE_KAFKA_SASL_PASSWORD, or leave PLUMBLINE_KAFKA_SASL_MECHANISM out.',
      ),
    );
  }
  if ((kafkaTlsCertificate === undefined) !== (kafkaTlsKey === undefined)) {
    problems.push(
      problem(
        'PLUMBLINE_KAFKA_TLS_KEY',
        'configuration.missing',
        'Of our own certificate and its key one is set without the other.',
        'Set both PLUMBLINE_KAFKA_TLS_CERTIFICATE and PLUMBLINE_KAFKA_TLS_KEY, or neither.',
      ),
    );
  }
  if (clickhouseUrl === undefined) {
    problems.push(
      problem(
        'PLUMBLINE_CLICKHOUSE_URL',
        'configuration.missing',
        'PLUMBLINE_CLICKHOUSE_URL is not set: the HTTP address of the ClickHouse server.',
        'Set PLUMBLINE_CLICKHOUSE_URL in the environment.',
      ),
    );
  }
  return problems;
}

function productionProblems({
  privateNetwork,
  kafkaBrokers,
  kafkaTls,
  clickhouseUrl,
  clickhousePassword,
}: OutsideConfiguration): readonly Problem[] {
  const problems: Problem[] = [];
  if (clickhousePassword === undefined) {
    problems.push(
      problem(
        'PLUMBLINE_CLICKHOUSE_PASSWORD',
        'configuration.default-secret',
        'Production does not sign in at ClickHouse without a password.',
        'Give that user a password and set PLUMBLINE_CLICKHOUSE_PASSWORD.',
      ),
    );
  }
  if (privateNetwork) return problems;
  const remedy = 'Turn TLS on there, or set PLUMBLINE_PRIVATE_NETWORK=1 where nobody else is on that network.';
  if (!kafkaTls && !kafkaBrokers.every(isHere)) {
    problems.push(problem('PLUMBLINE_KAFKA_TLS', 'configuration.no-tls', 'Production would talk to Kafka without TLS.', remedy));
  }
  if (clickhouseUrl !== undefined && clickhouseUrl.protocol !== 'https:' && !isHere(clickhouseUrl.host)) {
    problems.push(problem('PLUMBLINE_CLICKHOUSE_URL', 'configuration.no-tls', 'Production would talk to ClickHouse without TLS.', remedy));
  }
  return problems;
}
