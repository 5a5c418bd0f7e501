import { createLogger } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { aCertificate } from '../../../test/support/certificate';
import type { KafkaConnection } from './connection';
import { GroupMembership } from './group-membership';
import { openKafkaLog } from './open-kafka-log';
import { ensureTopics } from './topics';

const logger = createLogger({ name: 'spec', level: 'silent' });
const TOPIC = 'log';
const USER = { user: 'plumbline', password: 'correct-horse' };

describeWithKafka('Kafka behind credentials, and behind encryption', () => {
  let directory: string;
  let kafka: LocalKafka;
  let certificate: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-kafka-secured-'));
    const { key, cert } = await aCertificate();
    certificate = cert;
    kafka = await startLocalKafka({ directory, sasl: USER, tls: { key, certificate } });
    const plain = { brokers: kafka.brokers, logger };
    await ensureTopics(plain, [
      { name: TOPIC, partitions: 2, replicas: 1, replicasInStep: 1, retention: 'infinite', maxMessageBytes: 1024 * 1024 },
    ]);
  }, 240_000);

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  /** Everything that a process does with Kafka, over this connection. */
  async function worksOver(connection: KafkaConnection): Promise<void> {
    const log = await openKafkaLog({ connection, topic: TOPIC });
    const [appended] = await log.append([{ partitionKey: '*', key: 'source\u00001', bytes: Buffer.from('a record') }]);
    const { records } = await log.read(0, appended?.position ?? -1);
    expect(records.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['a record']);
    const waiting = log.waitFor(1, (await log.ends())[1] ?? -1, new AbortController().signal);
    await log.append([{ partitionKey: '*', key: 'source\u00002', bytes: Buffer.from('another') }]);
    await waiting;
    await log.close();
    const taken: number[] = [];
    const membership = new GroupMembership({ connection, groupId: 'secured', partitions: 2, onFailure: fail });
    await new Promise<void>((resolve, reject) => {
      const assigned = (partitions: readonly number[]): Promise<void> => {
        taken.push(...partitions);
        resolve();
        return Promise.resolve();
      };
      membership.join({ assigned, revoked: () => Promise.resolve() }).catch(reject);
    });
    expect(taken).toEqual([0, 1]);
    await membership.leave();
  }

  const fail = (error: Error): void => {
    throw error;
  };

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)('works with the credentials given by %s', async (mechanism) => {
    await worksOver({ brokers: kafka.saslBrokers, logger, sasl: { mechanism, username: USER.user, password: USER.password } });
  });

  it('works over TLS with the authority that it is told to trust', async () => {
    await worksOver({ brokers: kafka.tlsBrokers, logger, tls: { certificateAuthority: certificate } });
  });

  it('refuses a broker whose certificate it has no reason to trust', async () => {
    await expect(openKafkaLog({ connection: { brokers: kafka.tlsBrokers, logger, tls: {} }, topic: TOPIC })).rejects.toMatchObject({
      code: 'kafka.certificate-refused',
    });
  });

  it('names the setting where encryption is asked of a listener without it', async () => {
    const opened = openKafkaLog({ connection: { brokers: kafka.brokers, logger, tls: {} }, topic: TOPIC });
    await expect(opened).rejects.toThrow(/PLUMBLINE_KAFKA_TLS/);
  });
});
