import { ensureTopics, kafkaClient, openKafkaLog, partitionsFor, type KafkaConnection, type LogRecord } from '@plumbline/event-log';
import { onGround, PARTITIONS, topicsOf, type Ground } from './distributed/ground';
import { median, perSecond, type Figure, type Section } from './figures';

const RECORD_BYTES = 430;
const BATCH = 1_000;
const PRODUCERS = 2;
const ROUNDS = 5;
const BARE = 'bare';

/** Appends for about so long and resolves with how many appends that were. */
type Lane = (milliseconds: number) => Promise<number>;

const batch: readonly LogRecord[] = Array.from({ length: BATCH }, (_, index) => ({
  partitionKey: `K-${index % 200}`,
  key: `bench\u0000${index}`,
  bytes: Buffer.alloc(RECORD_BYTES, `{"number":${index}}`),
}));

function producers(appendOnce: () => Promise<unknown>): Lane {
  return async (milliseconds) => {
    const until = performance.now() + milliseconds;
    let appends = 0;
    const produce = async (): Promise<void> => {
      for (; performance.now() < until; appends += 1) await appendOnce();
    };
    await Promise.all(Array.from({ length: PRODUCERS }, produce));
    return appends;
  };
}

const idle: Promise<unknown> = Promise.resolve();

/** What kafkajs does at best with the same records: a client and an idempotent producer for each partition, and nothing else done to them. */
async function bareProducers(connection: KafkaConnection, topic: string) {
  const lanes = await Promise.all(
    Array.from({ length: PARTITIONS }, async (_, partition) => {
      const producer = kafkaClient(connection).producer({
        idempotent: true,
        maxInFlightRequests: 1,
        createPartitioner: () => () => partition,
      });
      await producer.connect();
      const messages = batch
        .filter(({ partitionKey }) => partitionsFor(partitionKey, PARTITIONS)[0] === partition)
        .map(({ partitionKey, key, bytes }) => ({ key: partitionKey, value: Buffer.from(bytes), headers: { key } }));
      return { producer, messages, last: idle };
    }),
  );
  const lane = producers(() =>
    Promise.all(
      lanes.map((each) => {
        each.last = each.last.then(() => each.producer.send({ topic, acks: -1, messages: each.messages }));
        return each.last;
      }),
    ),
  );
  return {
    lane,
    close: async () => {
      await Promise.all(lanes.map(({ producer }) => producer.disconnect()));
    },
  };
}

async function measure({ connection, lifecycle }: Ground, milliseconds: number): Promise<Figure> {
  const { log: declared } = await topicsOf();
  await ensureTopics(connection, [declared, { ...declared, name: BARE }]);
  const log = await openKafkaLog({ connection, topic: declared.name });
  lifecycle.onStop('log', () => log.close());
  const bare = await bareProducers(connection, BARE);
  lifecycle.onStop('bare producers', bare.close);
  const lanes = { bare: bare.lane, log: producers(() => log.append(batch)) };
  const perRecord: Record<keyof typeof lanes, number[]> = { bare: [], log: [] };
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of ['bare', 'log'] as const) {
      const start = performance.now();
      const appends = await lanes[name](milliseconds / ROUNDS);
      if (round > 0) perRecord[name].push((performance.now() - start) / (appends * BATCH));
    }
  }
  return figureOf(median(perRecord.log), median(perRecord.bare));
}

/** The log in Kafka against bare producers of the same shape, alternating in one run with one broker. `milliseconds` is the time of each. */
export async function benchmarkKafkaAppend(milliseconds: number): Promise<Section> {
  const figure = await onGround((ground) => measure(ground, milliseconds));
  return { title: 'Appending to the log in Kafka', how: HOW, figures: [figure] };
}

const HOW = `Two producers of batches of ${BATCH} over ${PARTITIONS} partitions, alternating with bare kafkajs producers, one broker on the same machine.`;

const figureOf = (log: number, bare: number): Figure => ({
  what: `append to Kafka in batches of ${BATCH}, ${RECORD_BYTES} bytes a record, each with its SHA-256`,
  measured: perSecond(1, log),
  comparedWith: `bare kafkajs producers: ${perSecond(1, bare)}`,
  value: bare / log,
  unit: '×',
  goal: undefined,
});
