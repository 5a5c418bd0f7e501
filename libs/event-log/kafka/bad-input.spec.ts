import { FixedClock, HOUR, ProblemError } from '@plumbline/kernel';
import { createLogger } from '@plumbline/runtime';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka, freePorts, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { checkClock } from './check-clock';
import { kafkaClient, type KafkaConnection } from './connection';
import { openKafkaLog } from './open-kafka-log';
import { allTopics, platformTopics, type TopicSettings } from './platform-topics';
import { checkTopics, ensureTopics, type TopicDeclaration } from './topics';

const DECLARED = readFileSync(join(__dirname, '../../../infra/kafka/topics.yaml'), 'utf8');
const logger = createLogger({ name: 'spec', level: 'silent' });
const settings: TopicSettings = {
  prefix: 'house',
  logPartitions: 3,
  sources: ['portal'],
  sourcePartitions: 2,
  replicas: 1,
  replicasInStep: 1,
};
const topics = platformTopics(DECLARED, settings);

/** The problems that something is refused with, each as its code. Each has one sentence that says what is wrong and one that says what to do. */
async function codesOf(refused: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await refused.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error('it was not refused with a problem', { cause: error });
  for (const { reason, remedy } of error.problems) {
    expect(reason).toMatch(/^[^.]*(?:\.[^ .][^.]*)*\.$/);
    expect(remedy).toMatch(/\.$/);
  }
  return error.problems.map(({ code }) => code);
}

describe('the declaration of the topics', () => {
  it('keeps the log for ever, under the names of the installation', () => {
    expect(topics.log).toMatchObject({ name: 'house.log', partitions: 3, retention: 'infinite' });
    expect(allTopics(topics).map(({ name }) => name)).toEqual([
      'house.log',
      'house.dead-letter',
      'house.clock',
      'house.announcements',
      'house.source.portal',
    ]);
  });

  it('names what cannot be read in it', () => {
    const broken = DECLARED.replace('retention: infinite', 'retention: long');
    expect(() => platformTopics(broken, settings)).toThrow(/no retention for log/);
    expect(() => platformTopics('', settings)).toThrow(/no maxMessageBytes for log/);
  });
});

describeWithKafka('Kafka that is not as it has to be', () => {
  const sasl = { user: 'plumbline', password: 'correct-horse' };
  let directory: string;
  let kafka: LocalKafka;
  let connection: KafkaConnection;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-kafka-bad-'));
    kafka = await startLocalKafka({ directory, sasl });
    connection = { brokers: kafka.brokers, logger };
    await ensureTopics(connection, allTopics(topics));
  }, 240_000);

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  it('is as declared once its topics were created, however often that is asked for', async () => {
    await ensureTopics(connection, allTopics(topics));
    await checkTopics(connection, allTopics(topics));
    await checkClock(connection, topics.clock.name);
  });

  it('creates the topics once when two processes start together', async () => {
    const fresh = allTopics(platformTopics(DECLARED, { ...settings, prefix: 'together' }));
    await Promise.all([ensureTopics(connection, fresh), ensureTopics(connection, fresh)]);
    await checkTopics(connection, fresh);
  });

  it('says that no broker answers', async () => {
    const [nobody = 0] = await freePorts(1);
    const nowhere = { brokers: [`127.0.0.1:${nobody}`], logger };
    expect(await codesOf(checkTopics(nowhere, [topics.log]))).toEqual(['kafka.unreachable']);
    expect(await codesOf(openKafkaLog({ connection: nowhere, topic: topics.log.name }))).toEqual(['kafka.unreachable']);
  });

  it('says that the credentials are wrong, for each way of giving them', async () => {
    for (const mechanism of ['plain', 'scram-sha-256', 'scram-sha-512'] as const) {
      const wrong = { brokers: kafka.saslBrokers, logger, sasl: { mechanism, username: sasl.user, password: 'another-horse' } };
      expect(await codesOf(checkTopics(wrong, [topics.log]))).toEqual(['kafka.credentials-refused']);
      expect(await codesOf(openKafkaLog({ connection: wrong, topic: topics.log.name }))).toEqual(['kafka.credentials-refused']);
    }
  });

  it('says everything at once that is wrong with the topics', async () => {
    const asked: readonly TopicDeclaration[] = [
      { ...topics.log, partitions: 5, replicasInStep: 2 },
      { ...topics.deadLetter, retention: 1_000 * HOUR * 24 },
      { ...topics.clock, name: 'house.nowhere' },
    ];
    expect(await codesOf(checkTopics(connection, asked))).toEqual([
      'kafka.topic-missing',
      'kafka.topic-partitions',
      'kafka.topic-setting',
      'kafka.topic-retention',
    ]);
  });

  it.each([
    ['retention.ms', String(HOUR)],
    ['retention.bytes', '1000000'],
  ])('says that a log with a %s is not kept for ever', async (setting, value) => {
    const name = `short-${setting}`;
    const admin = kafkaClient(connection).admin();
    await admin.connect();
    const configEntries = [
      { name: 'message.timestamp.type', value: 'LogAppendTime' },
      { name: 'max.message.bytes', value: String(topics.log.maxMessageBytes) },
      { name: 'retention.ms', value: '-1' },
    ].filter((entry) => entry.name !== setting);
    await admin.createTopics({
      topics: [{ topic: name, numPartitions: 3, replicationFactor: 1, configEntries: [...configEntries, { name: setting, value }] }],
    });
    await admin.disconnect();
    expect(await codesOf(ensureTopics(connection, [{ ...topics.log, name }]))).toEqual(['kafka.topic-retention']);
  });

  it('says that the clocks differ by an hour, in either direction', async () => {
    const name = topics.clock.name;
    await expect(checkClock(connection, name, new FixedClock(Date.now() + HOUR))).rejects.toThrow(/60 minutes behind/);
    await expect(checkClock(connection, name, new FixedClock(Date.now() - HOUR))).rejects.toThrow(/60 minutes ahead/);
    expect(await codesOf(checkClock(connection, name, new FixedClock(Date.now() + HOUR)))).toEqual(['kafka.clock-differs']);
  });
});
