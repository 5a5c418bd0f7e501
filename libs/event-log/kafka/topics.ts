import { ProblemError, type Problem } from '@plumbline/kernel';
import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './connection';
import { patiently } from './patiently';
import { kafkaProblem } from './problems';

/** How a topic has to be. */
export interface TopicDeclaration {
  readonly name: string;
  readonly partitions: number;
  /** How many brokers hold each record. */
  readonly replicas: number;
  /** How many of them have to hold a record before it is acknowledged. */
  readonly replicasInStep: number;
  /** How long records are kept, in milliseconds; `infinite` for a log that is the truth. */
  readonly retention: number | 'infinite';
  /** The largest batch that it takes, in bytes. */
  readonly maxMessageBytes: number;
}

/** Kafka's own word for "for ever" in `retention.ms` and `retention.bytes`. */
const FOR_EVER = -1;

const retentionOf = ({ retention }: TopicDeclaration): number => (retention === 'infinite' ? FOR_EVER : retention);

function configurationOf(declaration: TopicDeclaration): Readonly<Record<string, string>> {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': String(retentionOf(declaration)),
    'retention.bytes': String(FOR_EVER),
    'min.insync.replicas': String(declaration.replicasInStep),
    'max.message.bytes': String(declaration.maxMessageBytes),
    // The broker's clock, so that a client's wrong one can be noticed.
    'message.timestamp.type': 'LogAppendTime',
    // A replica that is behind never becomes the leader: it would take acknowledged records away.
    'unclean.leader.election.enable': 'false',
  };
}

/**
 * Creates the topics that are missing and then checks all of them.
 * @throws ProblemError with every topic that is not as declared, or why the brokers could not be asked
 */
export async function ensureTopics(connection: KafkaConnection, declarations: readonly TopicDeclaration[]): Promise<void> {
  await asAdmin(connection, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const topics = declarations
      .filter(({ name }) => !existing.has(name))
      .map((declaration) => ({
        topic: declaration.name,
        numPartitions: declaration.partitions,
        replicationFactor: declaration.replicas,
        configEntries: Object.entries(configurationOf(declaration)).map(([name, value]) => ({ name, value })),
      }));
    // Another process may create the same topics now: kafkajs answers false then, and the check that follows decides.
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
    await check(admin, declarations);
  });
}

/**
 * Holds topics to their declaration without changing anything: that is for whoever runs the brokers to do.
 * @throws ProblemError with every topic that is not as declared, or why the brokers could not be asked
 */
export function checkTopics(connection: KafkaConnection, declarations: readonly TopicDeclaration[]): Promise<void> {
  return asAdmin(connection, (admin) => check(admin, declarations));
}

async function asAdmin(connection: KafkaConnection, work: (admin: Admin) => Promise<void>): Promise<void> {
  const admin = kafkaClient(connection).admin();
  try {
    await admin.connect();
    // A topic that was just created or deleted is not yet known, or still known, to every broker.
    await patiently(() => work(admin));
  } catch (error) {
    throw kafkaProblem(error);
  } finally {
    await admin.disconnect();
  }
}

async function check(admin: Admin, declarations: readonly TopicDeclaration[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const there = declarations.filter(({ name }) => existing.has(name));
  const problems: Problem[] = declarations.filter(({ name }) => !existing.has(name)).map(({ name }) => missingTopic(name));
  if (there.length > 0) {
    const { topics } = await admin.fetchTopicMetadata({ topics: there.map(({ name }) => name) });
    const resources = there.map(({ name }) => ({ type: ConfigResourceTypes.TOPIC, name }));
    const described = (await admin.describeConfigs({ resources, includeSynonyms: false })).resources;
    for (const declaration of there) {
      const partitions = topics.find(({ name }) => name === declaration.name)?.partitions.length ?? 0;
      const entries = described.find(({ resourceName }) => resourceName === declaration.name)?.configEntries ?? [];
      const configured = Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
      problems.push(...differences(declaration, partitions, configured));
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
}

function differences(declared: TopicDeclaration, partitions: number, configured: Readonly<Record<string, string>>): readonly Problem[] {
  const { name } = declared;
  const problems: Problem[] = [];
  if (partitions !== declared.partitions) problems.push(otherPartitions(name, partitions, declared.partitions));
  if (isShorter(Number(configured['retention.ms']), retentionOf(declared)) || isShorter(Number(configured['retention.bytes']), FOR_EVER)) {
    problems.push(shortRetention(declared));
  }
  const expected = configurationOf(declared);
  for (const setting of ['cleanup.policy', 'message.timestamp.type', 'unclean.leader.election.enable']) {
    if (configured[setting] !== expected[setting]) problems.push(otherSetting(name, setting, expected[setting] ?? ''));
  }
  for (const setting of ['min.insync.replicas', 'max.message.bytes']) {
    if (Number(configured[setting]) < Number(expected[setting])) problems.push(otherSetting(name, setting, `${expected[setting]} or more`));
  }
  return problems;
}

const isShorter = (kept: number, asked: number): boolean => kept !== FOR_EVER && (asked === FOR_EVER || kept < asked);

export const missingTopic = (topic: string): Problem => ({
  code: 'kafka.topic-missing',
  reason: `The topic ${topic} does not exist.`,
  remedy: 'Create it as infra/kafka/topics.yaml declares.',
});

const otherPartitions = (topic: string, has: number, asked: number): Problem => ({
  code: 'kafka.topic-partitions',
  reason: `The topic ${topic} has ${has} partitions and ${asked} are configured.`,
  remedy: `Configure ${has}; a log never gets more partitions later, because a clinician's history would be in two of them.`,
  facts: { topic, has, asked },
});

const shortRetention = ({ name, retention }: TopicDeclaration): Problem => ({
  code: 'kafka.topic-retention',
  reason: `The topic ${name} keeps its records for a shorter time than ${retention === 'infinite' ? 'for ever' : `${retention} ms`}.`,
  remedy: `Set retention.ms=${retention === 'infinite' ? FOR_EVER : retention} and retention.bytes=${FOR_EVER} on it before anything is lost.`,
  facts: { topic: name },
});

const otherSetting = (topic: string, setting: string, asked: string): Problem => ({
  code: 'kafka.topic-setting',
  reason: `The topic ${topic} has another ${setting} than the platform needs.`,
  remedy: `Set ${setting} of it to ${asked}.`,
  facts: { topic, setting },
});
