import { migrate, openAnalyticsStore } from '@plumbline/analytics-store';
import { ensureTopics, allTopics, openKafkaLog } from '@plumbline/event-log';
import { followProjection, untilRead } from '@plumbline/projecting';
import { Lifecycle } from '@plumbline/runtime';
import { join } from 'node:path';
import { startClickHouseFront } from '../../infra/local/clickhouse';
import { Program } from '../../infra/local/platform';
import { onGround, PARTITIONS, topicsOf, type Ground } from './distributed/ground';
import { appendAll, preparedRecords, type PreparedRecords } from './distributed/prepared-records';
import { cpuSecondsOf, machineBusy } from './distributed/processor-time';
import { median, perSecond, type Section } from './figures';

const CLINICIANS = 250;
const PASSWORD = 'of the benchmark';

interface Turn {
  /** Milliseconds from the first append until everything can be read. */
  readonly milliseconds: number;
  /** Processor time of the projectors, microseconds an event. */
  readonly processor: number;
  readonly busy: number;
}

/** So many projectors, each a process, share the partitions of a log of their own and fill tables of their own. */
async function project(ground: Ground, prefix: string, count: number, { before, events }: PreparedRecords): Promise<Turn> {
  const { connection } = ground;
  const lifecycle = new Lifecycle(connection.logger);
  try {
    const topics = await topicsOf(prefix);
    await ensureTopics(connection, allTopics(topics));
    const front = await startClickHouseFront({ directory: join(ground.directory, prefix), password: PASSWORD });
    lifecycle.onStop('clickhouse', () => front.stop());
    const log = await openKafkaLog({ connection, topic: topics.log.name });
    lifecycle.onStop('log', () => log.close());
    const store = await openAnalyticsStore(front);
    lifecycle.onStop('store', () => store.close());
    await migrate(store);
    await appendAll(log, before);
    const environment = {
      PLUMBLINE_KAFKA_BROKERS: connection.brokers.join(','),
      PLUMBLINE_KAFKA_TOPIC_PREFIX: prefix,
      PLUMBLINE_PARTITIONS: String(PARTITIONS),
      PLUMBLINE_KAFKA_REPLICAS: '1',
      PLUMBLINE_KAFKA_REPLICAS_IN_STEP: '1',
      PLUMBLINE_CLICKHOUSE_URL: front.url,
      PLUMBLINE_CLICKHOUSE_USER: front.username,
      PLUMBLINE_CLICKHOUSE_PASSWORD: front.password,
    };
    const projectors = await Promise.all(Array.from({ length: count }, () => Program.on('projector', environment)));
    for (const projector of projectors) {
      lifecycle.onStop(projector.name, () => projector.stop().then(() => undefined));
      await projector.start();
    }
    const followed = await followProjection({ log, store });
    lifecycle.onStop('projection', () => followed.close());
    await untilRead(log, followed);

    const cpuBefore = await cpuSecondsOf(projectors);
    const busy = machineBusy();
    const started = performance.now();
    await appendAll(log, events);
    await untilRead(log, followed);
    const milliseconds = performance.now() - started;
    return { milliseconds, busy: busy(), processor: (((await cpuSecondsOf(projectors)) - cpuBefore) * 1_000_000) / events.length };
  } finally {
    await lifecycle.stop();
  }
}

/** Whether a second projector on the second core pays. */
export async function benchmarkTwoProjectors(events: number, turns: number): Promise<Section> {
  const { one, two } = await onGround(async (ground) => {
    const prepared = await preparedRecords(join(ground.directory, 'prepared'), events, CLINICIANS);
    const measured: { readonly one: Turn[]; readonly two: Turn[] } = { one: [], two: [] };
    for (let turn = 0; turn < turns; turn += 1) {
      measured.one.push(await project(ground, `one-${turn}`, 1, prepared));
      measured.two.push(await project(ground, `two-${turn}`, 2, prepared));
    }
    return measured;
  });
  const of = (measured: readonly Turn[], figure: keyof Turn): number => median(measured.map((turn) => turn[figure]));
  const share = (value: number): string => `${(value * 100).toFixed(0)}%`;
  return {
    title: 'Two projectors',
    how: `${events.toLocaleString('en-GB')} events appended at once to ${PARTITIONS} partitions; projectors are processes that share them, on the same cores as the broker, ClickHouse's engine and what appends. Processor time of the projectors: ${of(one, 'processor').toFixed(0)} µs an event for one, ${of(two, 'processor').toFixed(0)} µs for two together. All cores were busy for ${share(of(one, 'busy'))} of the time with one and ${share(of(two, 'busy'))} with two, whoever used them: near 100% the cores are the bound, and a second projector can only win what the first one leaves idle. Median of ${turns} turns.`,
    figures: [
      {
        what: 'append to readable rows, two projectors',
        measured: perSecond(events, of(two, 'milliseconds')),
        comparedWith: `one projector: ${perSecond(events, of(one, 'milliseconds'))}`,
        value: of(one, 'milliseconds') / of(two, 'milliseconds'),
        unit: '×',
        goal: { atLeast: 1.5 },
      },
    ],
  };
}
