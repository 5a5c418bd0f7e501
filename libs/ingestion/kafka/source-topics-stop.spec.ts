import { ConfigResourceTypes } from 'kafkajs';
import { describeWithKafka } from '../../../infra/local/kafka';
import { HospitalTopics, many } from './spec/hospital-topics';
import { clientOf, openKafkaGround, until, type KafkaGround } from './spec/kafka-ground';
import { sent, structured } from './spec/messages';

describeWithKafka('the topics of sources, where something is in the way', () => {
  let broker: KafkaGround;
  beforeAll(async () => {
    broker = await openKafkaGround();
  });
  afterAll(() => broker.close());

  let hospital: HospitalTopics;
  beforeEach(() => {
    hospital = new HospitalTopics(broker);
  });
  afterEach(() => hospital.close());

  it('keep their position while the dead letter cannot be written, and go on once it can', async () => {
    const limit = (bytes: number): Promise<unknown> =>
      broker.admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: `${hospital.prefix}.dead-letter`,
            configEntries: [{ name: 'max.message.bytes', value: String(bytes) }],
          },
        ],
      });
    await hospital.create(1);
    await limit(100);
    await hospital.send([structured(sent(0)), { value: `{"broken": "${'x'.repeat(500)}"`, headers: {} }, structured(sent(1))]);
    await hospital.start();
    await until(() => hospital.troubles.length >= 2);
    expect(await hospital.committed()).toBe(0);
    await limit(1_048_576);
    await hospital.untilRead();
    expect(await hospital.deadLetters()).toHaveLength(1);
    expect(hospital.ingestion.quarantine.list()).toMatchObject([{ code: 'input.content-mode' }]);
    expect(await hospital.events()).toHaveLength(2);
  });

  it('are not read on where messages were dropped while nobody read', async () => {
    await hospital.create(1);
    await hospital.send(many(100));
    await hospital.start();
    await hospital.untilRead();
    await hospital.stop();
    await hospital.send(many(200).slice(100));
    await hospital.drop(150);
    await expect(hospital.start()).rejects.toMatchObject({ code: 'source-topic.position-lost' });

    // Somebody accepts the gap.
    await hospital.moveTo(150);
    await hospital.start();
    await hospital.untilRead();
    expect(await hospital.events()).toHaveLength(150);
  });

  it('stop for good where messages are dropped while a topic pauses, and the next start meets the same alarm', async () => {
    await hospital.create(1);
    await hospital.send(many(100));
    await hospital.start();
    await hospital.untilRead();
    await hospital.stop();
    const { ingestion } = hospital;
    await hospital.send(many(200).slice(100));
    let isFull = true;
    await hospital.start({
      ingestion: {
        acceptRecords: (...given) => (isFull ? Promise.reject(new Error('the disk is full')) : ingestion.acceptRecords(...given)),
      },
    });
    await until(() => hospital.troubles.length >= 1);
    await hospital.drop(180);
    isFull = false;
    await until(() => hospital.failures.length === 1);
    expect(hospital.failures[0]).toMatchObject({ code: 'source-topic.position-lost' });
    expect(await hospital.committed()).toBe(100);
    expect(await hospital.events()).toHaveLength(100);
    await hospital.stop();
    await expect(hospital.start()).rejects.toMatchObject({ code: 'source-topic.position-lost' });
  });

  it('have to exist before they are read', async () => {
    await expect(hospital.start()).rejects.toMatchObject({
      problems: [
        { code: 'kafka.topic-missing', reason: expect.stringContaining(hospital.topic) as string },
        { code: 'kafka.topic-missing', reason: expect.stringContaining('dead-letter') as string },
      ],
    });
  });

  it('say how to mend it where no broker answers', async () => {
    const nowhere = clientOf(['127.0.0.1:1']);
    await expect(hospital.start({ kafka: nowhere })).rejects.toMatchObject({
      code: 'kafka.unreachable',
      message: expect.stringContaining('PLUMBLINE_KAFKA_BROKERS') as string,
    });
  });

  it('finish and commit what is at work when they are stopped', async () => {
    await hospital.create(1);
    await hospital.send(many(20_000));
    await hospital.start();
    await until(() => hospital.batches.length >= 1);
    await hospital.stop();
    expect(await hospital.committed()).toBe((await hospital.events()).length);
    await hospital.start();
    await hospital.untilRead();
    expect(hospital.repeated()).toBe(0);
    expect(await hospital.events()).toHaveLength(20_000);
  });

  it('tell of a fault that no attempt mends, so that the process can end', async () => {
    await hospital.create(1);
    await hospital.send(many(10));
    await hospital.start({ ingestion: { acceptRecords: () => Promise.reject(new TypeError('a fault of the program')) } });
    await until(() => hospital.failures.length === 1);
    expect(hospital.failures[0]).toBeInstanceOf(TypeError);
    expect(await hospital.committed()).toBe(0);
  });
});
