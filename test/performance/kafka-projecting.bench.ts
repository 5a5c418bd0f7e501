import { migrate, openAnalyticsStore, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { allTopics, ensureTopics, openKafkaLog, type EventLog } from '@plumbline/event-log';
import { folding } from '@plumbline/platform';
import { openProjector, untilRead } from '@plumbline/projecting';
import { join } from 'node:path';
import { startClickHouseFront } from '../../infra/local/clickhouse';
import { readBare } from './distributed/bare-reader';
import { onGround, PARTITIONS, topicsOf, type Ground } from './distributed/ground';
import { appendAll, preparedRecords } from './distributed/prepared-records';
import { median, perSecond, type Section } from './figures';
import { bareInsert, rowsSince, ROWS_OF_AN_INSERT } from './ingest/bare-insert';

const ROUNDS = 3;
const CLINICIANS = 250;

/** Milliseconds an event. */
interface Round {
  readonly projecting: number;
  readonly consuming: number;
  readonly inserting: number;
}

interface Measured {
  readonly rounds: readonly Round[];
  readonly findings: number;
}

/** From the log to rows: the projector with all patterns from where it stopped, once it is open, until all of it can be read. */
async function project(log: EventLog, store: AnalyticsStore, directory: string): Promise<number> {
  const projector = await openProjector({ ...folding(), log, store, directory });
  try {
    const started = performance.now();
    await untilRead(log, projector);
    return performance.now() - started;
  } finally {
    await projector.close();
  }
}

const sum = (ends: readonly number[]): number => ends.reduce((total, end) => total + end, 0);

async function measure({ directory, connection, lifecycle }: Ground, perRound: number): Promise<Measured> {
  const topics = await topicsOf();
  await ensureTopics(connection, allTopics(topics));
  const front = await startClickHouseFront({ directory: join(directory, 'clickhouse'), password: 'of the benchmark' });
  lifecycle.onStop('clickhouse', () => front.stop());
  const log = await openKafkaLog({ connection, topic: topics.log.name });
  lifecycle.onStop('log', () => log.close());
  const store = await openAnalyticsStore(front);
  lifecycle.onStop('store', () => store.close());
  const bare = store.inDatabase('bare');
  await migrate(store);
  await bare.execute(sql`CREATE DATABASE bare`);
  await migrate(bare);

  const prepared = await preparedRecords(join(directory, 'prepared'), perRound * (ROUNDS + 1), CLINICIANS);
  await appendAll(log, prepared.before);
  const read = (expected: number) => readBare(connection, { group: 'bare-reader', topic: topics.log.name, expected });
  await project(log, store, directory);
  await read(sum(await log.ends()));
  const rounds: Round[] = [];
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = await log.ends();
    await appendAll(log, prepared.events.slice(round * perRound, (round + 1) * perRound));
    const projecting = (await project(log, store, directory)) / perRound;
    const consuming = await read(perRound);
    const inserting = (await bareInsert(bare, await rowsSince(log, from), 'JSONCompactEachRow')) / perRound;
    rounds.push({ projecting, consuming, inserting });
  }
  const [found] = await store.query<{ amount: number }>(sql`SELECT count() AS amount FROM ${table('finding_revisions')}`);
  return { rounds: rounds.slice(1), findings: found?.amount ?? 0 };
}

/** From the log in Kafka through all patterns to rows of ClickHouse, against the slower of its two ends alone. */
export async function benchmarkKafkaProjecting(events: number): Promise<Section> {
  const perRound = Math.ceil(events / ROUNDS);
  const { rounds, findings } = await onGround((ground) => measure(ground, perRound));
  const of = (figure: keyof Round): number => median(rounds.map((round) => round[figure]));
  return {
    title: 'From the log in Kafka to rows in ClickHouse',
    how: `${(perRound * ROUNDS).toLocaleString('en-GB')} events of ${CLINICIANS} clinicians that stand in ${PARTITIONS} partitions already; one projector, its opening not counted; eleven patterns, ${findings.toLocaleString('en-GB')} finding revisions. The bare reader is a kafkajs consumer that does nothing, the bare insert gets the finished rows as the projector inserts them (JSONCompactEachRow), ${ROWS_OF_AN_INSERT.toLocaleString('en-GB')} at a time. Broker and ClickHouse's engine behind HTTP on the same machine. Median of ${ROUNDS} rounds taken in turn.`,
    figures: [
      {
        what: 'log to readable rows: read, decoded, folded by eleven patterns, inserted, checkpointed',
        measured: perSecond(1, of('projecting')),
        comparedWith: `the slower of bare consumption (${perSecond(1, of('consuming'))}) and bare insert of the same rows (${perSecond(1, of('inserting'))})`,
        value: median(rounds.map(({ projecting, consuming, inserting }) => Math.max(consuming, inserting) / projecting)),
        unit: '×',
        goal: { atLeast: 0.5 },
      },
    ],
  };
}
