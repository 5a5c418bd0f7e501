import { openAnalyticsStore } from '@plumbline/analytics-store';
import { kafkaClient, openKafkaLog, type EventLog } from '@plumbline/event-log';
import { sourceTopic } from '@plumbline/ingestion';
import { followProjection, untilRead, type FollowedProjection } from '@plumbline/projecting';
import { createLogger, Lifecycle } from '@plumbline/runtime';
import type { Producer } from 'kafkajs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startLocalPlatform, type LocalPlatform, type Program } from '../../infra/local/platform';
import { signIn, type SignedIn } from './dashboard/signed-in';
import { HOW_SEEN, alertFigures, delaysOf, type Delays } from './dashboard/visible-alerts';
import { cpuSeconds, cpuSecondsOfProcess, machineBusy } from './distributed/processor-time';
import { messageOf, sendLines } from './distributed/source-messages';
import { RATE, startSteadySource } from './distributed/steady-source';
import type { Figure, Section } from './figures';
import { directoryLines, SOURCE } from './ingest/event-lines';
import type { SteadySending } from './steady-sending';

const CLINICIANS = 200;
/** On a machine that cannot keep up each report waits behind more events than the last; those that were seen by then tell enough. */
const LONGEST_PROBING_MILLISECONDS = 60_000;
const LOOKED_AGAIN_MILLISECONDS = 100;
const LONGEST_CATCH_UP_MILLISECONDS = 180_000;
/** What a quarter of a second brings. */
const CAUGHT_UP_EVENTS = 750;
const TOPIC = sourceTopic(SOURCE);

interface Bench {
  readonly platform: LocalPlatform;
  readonly producer: Producer;
  readonly log: EventLog;
  readonly projection: FollowedProjection;
  readonly signedIn: SignedIn;
}

interface Cost {
  readonly name: string;
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Events that it got done for it; undefined for what does not handle each. */
  readonly events: number | undefined;
}

interface UnderLoad {
  readonly delays: Delays;
  /** Seconds that it took, and how many events Kafka acknowledged meanwhile. */
  readonly seconds: number;
  readonly sent: number;
  readonly costs: readonly Cost[];
  /** All cores, by whomever: 0 to 1. */
  readonly busy: number;
}

const total = (positions: Iterable<number>): number => [...positions].reduce((sum, position) => sum + position, 0);

/** Events that stand in the log, and those of them that can be read from the tables. */
async function eventsDone({ projection }: Bench): Promise<{ readonly taken: number; readonly projected: number }> {
  const behind = await projection.behind();
  const projected = total(projection.positions().values());
  return { taken: projected + behind, projected };
}

interface Spender {
  readonly name: string;
  /** Seconds of processor time since it began. */
  readonly spent: () => Promise<number>;
}

/** The apps, and what shares the cores with them. */
function spendersOf({ ingest, projectors, api, alerts, kafka, front }: LocalPlatform): readonly Spender[] {
  const apps: readonly Program[] = [ingest, ...projectors, api, alerts];
  return [
    ...apps.map((app) => ({ name: app.name, spent: () => cpuSeconds(app) })),
    { name: 'the broker', spent: () => cpuSecondsOfProcess(kafka.pid) },
    { name: "ClickHouse's engine behind HTTP", spent: () => cpuSecondsOfProcess(front.pid) },
    { name: 'source and reader', spent: () => cpuSecondsOfProcess(process.pid) },
  ];
}

/** Sends reports that each make an alert, one after the other, and waits for each from Kafka's acknowledgement on. */
async function alertsUnderLoad(bench: Bench, source: SteadySending, probes: number): Promise<UnderLoad> {
  const { platform, producer, signedIn } = bench;
  const spenders = spendersOf(platform);
  const before = await Promise.all(spenders.map(({ spent }) => spent()));
  const doneBefore = await eventsDone(bench);
  const sentBefore = source.sent();
  const busy = machineBusy();
  const started = performance.now();
  const send = (report: string): Promise<unknown> => producer.send({ topic: TOPIC, acks: -1, messages: [messageOf(report)] });
  const delays = await delaysOf(signedIn, probes, send, () => performance.now() - started > LONGEST_PROBING_MILLISECONDS);
  const seconds = (performance.now() - started) / 1_000;
  const sent = source.sent() - sentBefore;
  const after = await Promise.all(spenders.map(({ spent }) => spent()));
  const done = await eventsDone(bench);
  const costs = spenders.map(({ name }, index) => ({
    name,
    seconds: (after[index] ?? 0) - (before[index] ?? 0),
    events: name === 'ingest' ? done.taken - doneBefore.taken : name === 'projector' ? done.projected - doneBefore.projected : undefined,
  }));
  return { delays, seconds, sent, costs, busy: busy() };
}

/** Stops the projectors for a while and starts them again, the source going on; seconds from their start until the tables are close behind the log, and three minutes where they are not by then. */
async function catchUpAfter({ platform: { projectors }, projection }: Bench, outageSeconds: number): Promise<number> {
  await Promise.all(projectors.map((projector) => projector.stop()));
  await setTimeout(outageSeconds * 1_000);
  const started = performance.now();
  await Promise.all(projectors.map((projector) => projector.start()));
  while ((await projection.behind()) > CAUGHT_UP_EVENTS) {
    if (performance.now() - started > LONGEST_CATCH_UP_MILLISECONDS) break;
    await setTimeout(LOOKED_AGAIN_MILLISECONDS);
  }
  return (performance.now() - started) / 1_000;
}

async function open(directory: string, lifecycle: Lifecycle): Promise<Bench> {
  const sources = join(directory, 'sources.yaml');
  await writeFile(sources, `- { name: ${SOURCE}, zone: Europe/London, topic: true }\n`);
  const platform = await startLocalPlatform({ directory, environment: { PLUMBLINE_SOURCES: sources } });
  lifecycle.onStop('platform', () => platform.stop());
  const connection = { brokers: platform.kafka.brokers, logger: createLogger({ name: 'bench', level: 'silent' }) };
  const log = await openKafkaLog({ connection, topic: 'plumbline.log' });
  lifecycle.onStop('log', () => log.close());
  const store = await openAnalyticsStore(platform.front);
  lifecycle.onStop('store', () => store.close());
  const projection = await followProjection({ log, store });
  lifecycle.onStop('projection', () => projection.close());
  const producer = kafkaClient(connection).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  lifecycle.onStop('source', () => producer.disconnect());
  const passphrase = /risk-manager\s.*?([0-9a-z]{4}(?:-[0-9a-z]{4}){2})/.exec(platform.api.said)?.[1] ?? '';
  const signedIn = await signIn({ address: platform.api.address, id: 'risk-manager', passphrase });
  lifecycle.onStop('signed in', signedIn.close);
  return { platform, producer, log, projection, signedIn };
}

/** Who works here and who is in whose care goes the same way as everything else. */
async function sendDirectory({ producer, log, projection }: Bench): Promise<void> {
  const lines = directoryLines(CLINICIANS);
  await sendLines(producer, TOPIC, lines);
  const taken = async (): Promise<number> => total(await log.ends());
  for (const deadline = performance.now() + LONGEST_CATCH_UP_MILLISECONDS; (await taken()) < lines.length;) {
    if (performance.now() > deadline) throw new Error('ingest has not taken the directory in within three minutes');
    await setTimeout(LOOKED_AGAIN_MILLISECONDS);
  }
  await untilRead(log, projection);
}

const costFigure = (load: UnderLoad, { name, seconds, events }: Cost): Figure => ({
  what: events === undefined ? `${name}: share of a core, while the others work` : `${name}: events for a second of processor time`,
  measured: `${seconds.toFixed(1)} s of processor time in ${load.seconds.toFixed(1)} s${events === undefined ? '' : `, ${((seconds * 1_000_000) / events).toFixed(0)} µs an event`}`,
  comparedWith: '–',
  value: events === undefined ? (seconds / load.seconds) * 100 : events / seconds,
  unit: events === undefined ? '%' : ' /s',
  goal: undefined,
});

/** All apps as processes, with the broker and ClickHouse's engine on the same cores: how soon an alert is seen, what each app costs, how an outage is made up for. */
export async function benchmarkLive(probes: number, outageSeconds: number): Promise<Section> {
  const lifecycle = new Lifecycle(createLogger({ name: 'bench', level: 'silent' }));
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const bench = await open(directory, lifecycle);
    await sendDirectory(bench);
    const source = startSteadySource(bench.producer, TOPIC, CLINICIANS);
    lifecycle.onStop('load', () => source.end());
    const load = await alertsUnderLoad(bench, source, probes);
    const caughtUp = await catchUpAfter(bench, outageSeconds);
    return sectionOf(load, outageSeconds, caughtUp);
  } finally {
    try {
      await lifecycle.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

function sectionOf(load: UnderLoad, outageSeconds: number, caughtUp: number): Section {
  const rate = load.sent / load.seconds;
  return {
    title: 'The apps as processes',
    how: `ingest, one projector, api and alerts, with the broker and ClickHouse's engine on the same cores, which were busy for ${(load.busy * 100).toFixed(0)}% of the time, whoever used them. A source sends ${RATE.toLocaleString('en-GB')} events a second to its topic, asked for; ${Math.round(rate).toLocaleString('en-GB')} were acknowledged. Meanwhile reports that each make an alert. ${HOW_SEEN} Then the projector is stopped for ${outageSeconds} s and started again, the source going on; caught up is what is less than ${CAUGHT_UP_EVENTS} events behind.`,
    figures: [
      ...alertFigures(load.delays, "source's acknowledgement", rate, RATE, 250),
      {
        what: 'caught up after an outage of the projector, its start included',
        measured: `${caughtUp * 1_000 > LONGEST_CATCH_UP_MILLISECONDS ? 'not within ' : ''}${caughtUp.toFixed(1)} s`,
        comparedWith: `an outage of ${outageSeconds} s`,
        value: caughtUp / outageSeconds,
        unit: '×',
        goal: { atMost: 2 },
      },
      ...load.costs.map((cost) => costFigure(load, cost)),
    ],
  };
}
