import { allTopics, ensureTopics, kafkaClient, openKafkaLog, type KafkaConnection } from '@plumbline/event-log';
import { startSourceTopics, type Ingestion } from '@plumbline/ingestion';
import { systemClock } from '@plumbline/kernel';
import { readBare } from './distributed/bare-reader';
import { onGround, PARTITIONS, topicsOf, type Ground } from './distributed/ground';
import { sendLines } from './distributed/source-messages';
import { SteadyFlow } from './distributed/steady-flow';
import { median, perSecond, type Section } from './figures';
import { batchesOf, directoryLines, eventLines, SOURCE } from './ingest/event-lines';
import { acceptAll, openIngestion } from './ingest/open-ingestion';

const ROUNDS = 5;
const CLINICIANS = 250;
const RELAYED = 'relayed';

/** From the source's topic into the log: the platform's own way, until `expected` events are accepted and their positions committed. */
async function takeIn(connection: KafkaConnection, ingestion: Ingestion, expected: number): Promise<number> {
  const flow = new SteadyFlow(expected);
  const reading = await startSourceTopics({
    ...{ kafka: kafkaClient(connection), ingestion, sources: [SOURCE], clock: systemClock, onFailure: flow.fail },
    listeners: {
      onBatch: ({ receipt }) => {
        flow.arrived(receipt.accepted);
      },
      onTrouble: flow.fail,
    },
  });
  try {
    return await flow.millisecondsEach();
  } finally {
    await reading.stop();
  }
}

/** The least that a relay can do: consume a batch, send it to the same partition of the other topic, commit. */
async function relay(connection: KafkaConnection, topic: string, expected: number): Promise<number> {
  const producer = kafkaClient(connection).producer({ allowAutoTopicCreation: false });
  try {
    await producer.connect();
    return await readBare(connection, {
      ...{ group: 'bare-relay', topic, expected },
      eachBatch: async ({ batch: { partition, messages } }) => {
        const sent = messages.map(({ key, value, headers }) => ({ key, value, partition, ...(headers === undefined ? {} : { headers }) }));
        await producer.send({ topic: RELAYED, acks: -1, messages: sent });
      },
    });
  } finally {
    await producer.disconnect();
  }
}

interface Round {
  readonly intake: number;
  readonly bare: number;
}

async function measure({ directory, connection, lifecycle }: Ground, perRound: number): Promise<readonly Round[]> {
  const topics = await topicsOf();
  await ensureTopics(connection, [...allTopics(topics), { ...topics.log, name: RELAYED }]);
  const log = await openKafkaLog({ connection, topic: topics.log.name });
  lifecycle.onStop('log', () => log.close());
  const { ingestion, close } = await openIngestion(log, directory);
  lifecycle.onStop('ingestion', close);
  await acceptAll(ingestion, batchesOf(directoryLines(CLINICIANS), 1_000));
  const producer = kafkaClient(connection).producer();
  await producer.connect();
  lifecycle.onStop('source', () => producer.disconnect());
  const source = topics.sources.get(SOURCE)?.name ?? '';
  const rounds: Round[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const stretch = { first: round * perRound, of: perRound * (ROUNDS + 1) };
    await sendLines(producer, source, eventLines(perRound, CLINICIANS, 1 + round, stretch));
    const bare = await relay(connection, source, perRound);
    rounds.push({ bare, intake: await takeIn(connection, ingestion, perRound) });
  }
  return rounds.slice(1);
}

/** From a source's topic to the log, everything checked and given pseudonyms on the way, against carrying the same messages over unread. */
export async function benchmarkKafkaIntake(events: number): Promise<Section> {
  const perRound = Math.ceil(events / ROUNDS);
  const rounds = await onGround((ground) => measure(ground, perRound));
  const intake = median(rounds.map((round) => round.intake));
  const bare = median(rounds.map((round) => round.bare));
  return {
    title: 'From a source topic to the log',
    how: `${(perRound * ROUNDS).toLocaleString('en-GB')} events of ${CLINICIANS} clinicians that stand in a topic of ${PARTITIONS} partitions already. The relay consumes a batch with kafkajs and sends it on, on the same broker; the clock begins when the first batch is through. Median of ${ROUNDS} rounds taken in turn, the broker on the same machine.`,
    figures: [
      {
        what: 'source topic to the log: parsed, validated, given pseudonyms, looked up for repeats, hashed, appended, committed',
        measured: perSecond(1, intake),
        comparedWith: `bare kafkajs relay of the same messages: ${perSecond(1, bare)}`,
        value: median(rounds.map((round) => round.bare / round.intake)),
        unit: '×',
        goal: { atLeast: 0.6 },
      },
    ],
  };
}
