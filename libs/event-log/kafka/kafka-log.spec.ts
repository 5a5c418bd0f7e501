import { sha256 } from '@plumbline/kernel';
import { createLogger } from '@plumbline/runtime';
import { Partitioners, type Admin } from 'kafkajs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { describeEventLog } from '../contract';
import type { LogRecord } from '../port';
import { kafkaClient, type KafkaConnection } from './connection';
import { openKafkaLog, type KafkaLogOptions } from './open-kafka-log';
import { ensureTopics, type TopicDeclaration } from './topics';

const declared = (name: string, changed: Partial<TopicDeclaration> = {}): TopicDeclaration => ({
  name,
  partitions: 4,
  replicas: 1,
  replicasInStep: 1,
  retention: 'infinite',
  maxMessageBytes: 4 * 1024 * 1024,
  ...changed,
});

describeWithKafka('the log in Kafka', () => {
  let directory: string;
  let kafka: LocalKafka;
  let connection: KafkaConnection;
  let topics = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-kafka-log-'));
    kafka = await startLocalKafka({ directory });
    connection = { brokers: kafka.brokers, logger: createLogger({ name: 'spec', level: 'silent' }) };
  }, 240_000);

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  async function newTopic(changed: Partial<TopicDeclaration> = {}): Promise<string> {
    const name = `log-${(topics += 1)}`;
    await ensureTopics(connection, [declared(name, changed)]);
    return name;
  }

  describeEventLog('a topic of Kafka', async () => {
    const topic = await newTopic();
    return { open: () => openKafkaLog({ connection, topic, partitions: 4 }), destroy: () => Promise.resolve() };
  });

  const record = (id: string, bytes: Uint8Array = Buffer.from(id)): LogRecord => ({ partitionKey: '*', key: `source\u0000${id}`, bytes });
  const records = (count: number, length: number): LogRecord[] =>
    Array.from({ length: count }, (_, index) => record(String(index), Buffer.alloc(length, index % 251)));

  async function openLog(changed: Partial<TopicDeclaration> = {}, options: Partial<KafkaLogOptions> = {}) {
    const topic = await newTopic({ partitions: 1, ...changed });
    return { topic, log: await openKafkaLog({ connection, topic, ...options }) };
  }

  async function asAdmin<Value>(work: (admin: Admin) => Promise<Value>): Promise<Value> {
    const admin = kafkaClient(connection).admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  it('says that the topic is missing, or that it has another number of partitions', async () => {
    await expect(openKafkaLog({ connection, topic: 'nowhere' })).rejects.toMatchObject({ code: 'kafka.topic-missing' });
    const topic = await newTopic({ partitions: 3 });
    await expect(openKafkaLog({ connection, topic, partitions: 4 })).rejects.toMatchObject({ code: 'log.partitions-changed' });
    const log = await openKafkaLog({ connection, topic });
    expect(log.partitions).toBe(3);
    await log.close();
  });

  it('refuses a reader whose records the topic no longer keeps, and never takes it somewhere else', async () => {
    const { log, topic } = await openLog();
    await log.append(records(20, 10));
    await asAdmin(async (admin) => {
      // kafkajs deletes only in topics that it has asked about before.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '7' }] });
    });
    await expect(log.read(0, 0)).rejects.toMatchObject({ code: 'log.position-out-of-range' });
    expect((await log.read(0, 7)).records[0]?.position).toBe(7);
    await log.close();
  });

  it('stops a reader that waits at the end of a topic which somebody replaced by an empty one', async () => {
    const { log, topic } = await openLog();
    await log.append(records(5, 10));
    const waiting = expect(log.waitFor(0, 5, new AbortController().signal)).rejects.toMatchObject({ code: 'log.position-out-of-range' });
    await asAdmin((admin) => admin.deleteTopics({ topics: [topic] }));
    await ensureTopics(connection, [declared(topic, { partitions: 1 })]);
    await waiting;
    await log.close();
  });

  it('hands out what stands before a message that somebody else wrote, and refuses that one', async () => {
    const { log, topic } = await openLog();
    await log.append(records(2, 10));
    const stranger = kafkaClient(connection).producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await stranger.connect();
    const hash = sha256(Buffer.from('as it was'));
    await stranger.send({ topic, messages: [{ value: 'changed', headers: { key: 'source\u00003', sha256: hash } }, { value: 'bare' }] });
    await stranger.disconnect();
    expect((await log.read(0, 0)).next).toBe(2);
    await expect(log.read(0, 2)).rejects.toMatchObject({ code: 'log.corrupt-record' });
    await expect(log.read(0, 3)).rejects.toMatchObject({ code: 'log.corrupt-record' });
    await log.close();
  });

  it('sends an append that is larger than one batch in several, and acknowledges all of it', async () => {
    const { log } = await openLog({ maxMessageBytes: 100_000 });
    const positions = await log.append(records(2_500, 300));
    expect(positions.map(({ position }) => position)).toEqual(Array.from({ length: 2_500 }, (_, position) => position));
    for (let from = 0; from < 2_500;) {
      const batch = await log.read(0, from);
      for (const { key, position } of batch.records) expect(key).toBe(`source\u0000${position}`);
      from = batch.next;
    }
    await log.close();
  });

  it('refuses a record that the topic does not take, and takes the largest that it does', async () => {
    const { log } = await openLog({ maxMessageBytes: 100_000 });
    await expect(log.append([record('small'), record('large', Buffer.alloc(100_001))])).rejects.toMatchObject({
      code: 'log.record-unacceptable',
    });
    expect(await log.ends()).toEqual([0]);
    await log.append([record('largest', Buffer.alloc(99_700))]);
    expect((await log.read(0, 0)).records[0]?.bytes.length).toBe(99_700);
    await log.close();
  });

  it('refuses appends while too much waits for the brokers, and accepts them again afterwards', async () => {
    const { log } = await openLog({}, { waitingBytes: 200_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => log.append(records(100, 300))));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'log.overloaded' });
    await log.append(records(1, 10));
    expect(await log.ends()).toEqual([(20 - refused.length) * 100 + 1]);
    await log.close();
  });

  it('takes the bytes at the time of the call, whatever the caller does with its buffer afterwards', async () => {
    const { log } = await openLog();
    const bytes = Buffer.from('as it was');
    const appended = log.append([record('1', bytes)]);
    bytes.fill('!');
    await appended;
    expect(Buffer.from((await log.read(0, 0)).records[0]?.bytes ?? []).toString()).toBe('as it was');
    await log.close();
  });

  it('wakes a reader in another process’s place: whoever appends, all logs of the topic hear of it', async () => {
    const { log, topic } = await openLog();
    const other = await openKafkaLog({ connection, topic });
    const waiting = other.waitFor(0, 0, new AbortController().signal);
    const started = performance.now();
    await log.append([record('1')]);
    await waiting;
    expect(performance.now() - started).toBeLessThan(2_000);
    expect((await other.read(0, 0)).records).toHaveLength(1);
    await Promise.all([log.close(), other.close()]);
  });
});
