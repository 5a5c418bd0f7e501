import { ConfigResourceTypes } from 'kafkajs';
import { describeWithKafka } from '../../../infra/local/kafka';
import { hospitalSuite } from './spec/hospital-suite';
import { many } from './spec/hospital-topics';
import { clientOf, until } from './spec/kafka-ground';
import { sent, structured } from './spec/messages';

describeWithKafka('the topics of sources, where something is in the way', () => {
  const suite = hospitalSuite();

  it('keep their position while the dead letter cannot be written, and go on once it can', async () => {
    const limit = (bytes: number): Promise<unknown> =>
      suite.broker.admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: `${suite.hospital.prefix}.dead-letter`,
            configEntries: [{ name: 'max.message.bytes', value: String(bytes) }],
          },
        ],
      });
    await suite.hospital.create(1);
    await limit(100);
    await suite.hospital.send([structured(sent(0)), { value: `{"broken": "${'x'.repeat(500)}"`, headers: {} }, structured(sent(1))]);
    await suite.hospital.start();
    await until(() => suite.hospital.troubles.length >= 2);
    expect(await suite.hospital.committed()).toBe(0);
    await limit(1_048_576);
    await suite.hospital.untilRead();
    expect(await suite.hospital.deadLetters()).toHaveLength(1);
    expect(suite.hospital.ingestion.quarantine.list()).toMatchObject([{ code: 'input.content-mode' }]);
    expect(await suite.hospital.events()).toHaveLength(2);
  });

  it('are not read on where messages were dropped while nobody read', async () => {
    await suite.hospital.create(1);
    await suite.hospital.send(many(100));
    await suite.hospital.start();
    await suite.hospital.untilRead();
    await suite.hospital.stop();
    await suite.hospital.send(many(200).slice(100));
    await suite.hospital.drop(150);
    await expect(suite.hospital.start()).rejects.toMatchObject({ code: 'source-topic.position-lost' });

    // Somebody accepts the gap.
    await suite.hospital.moveTo(150);
    await suite.hospital.start();
    await suite.hospital.untilRead();
    expect(await suite.hospital.events()).toHaveLength(150);
  });

  it('stop for good where messages are dropped while a topic pauses, and the next start meets the same alarm', async () => {
    await suite.hospital.create(1);
    await suite.hospital.send(many(100));
    await suite.hospital.start();
    await suite.hospital.untilRead();
    await suite.hospital.stop();
    const { ingestion } = suite.hospital;
    await suite.hospital.send(many(200).slice(100));
    let isFull = true;
    await suite.hospital.start({
      ingestion: {
        acceptRecords: (...given) => (isFull ? Promise.reject(new Error('the disk is full')) : ingestion.acceptRecords(...given)),
      },
    });
    await until(() => suite.hospital.troubles.length >= 1);
    await suite.hospital.drop(180);
    isFull = false;
    await until(() => suite.hospital.failures.length === 1);
    expect(suite.hospital.failures[0]).toMatchObject({ code: 'source-topic.position-lost' });
    expect(await suite.hospital.committed()).toBe(100);
    expect(await suite.hospital.events()).toHaveLength(100);
    await suite.hospital.stop();
    await expect(suite.hospital.start()).rejects.toMatchObject({ code: 'source-topic.position-lost' });
  });

  it('have to exist before they are read', async () => {
    await expect(suite.hospital.start()).rejects.toMatchObject({
      problems: [
        { code: 'kafka.topic-missing', reason: expect.stringContaining(suite.hospital.topic) as string },
        { code: 'kafka.topic-missing', reason: expect.stringContaining('dead-letter') as string },
      ],
    });
  });

  it('say how to mend it where no broker answers', async () => {
    const nowhere = clientOf(['127.0.0.1:1']);
    await expect(suite.hospital.start({ kafka: nowhere })).rejects.toMatchObject({
      code: 'kafka.unreachable',
      message: expect.stringContaining('PLUMBLINE_KAFKA_BROKERS') as string,
    });
  });

  it('finish and commit what is at work when they are stopped', async () => {
    await suite.hospital.create(1);
    await suite.hospital.send(many(20_000));
    await suite.hospital.start();
    await until(() => suite.hospital.batches.length >= 1);
    await suite.hospital.stop();
    expect(await suite.hospital.committed()).toBe((await suite.hospital.events()).length);
    await suite.hospital.start();
    await suite.hospital.untilRead();
    expect(suite.hospital.repeated()).toBe(0);
    expect(await suite.hospital.events()).toHaveLength(20_000);
  });

  it('tell of a fault that no attempt mends, so that the process can end', async () => {
    await suite.hospital.create(1);
    await suite.hospital.send(many(10));
    await suite.hospital.start({ ingestion: { acceptRecords: () => Promise.reject(new TypeError('a fault of the program')) } });
    await until(() => suite.hospital.failures.length === 1);
    expect(suite.hospital.failures[0]).toBeInstanceOf(TypeError);
    expect(await suite.hospital.committed()).toBe(0);
  });
});
