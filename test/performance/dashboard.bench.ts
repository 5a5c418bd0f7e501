import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Platform } from '@plumbline/platform';
import { setTimeout } from 'node:timers/promises';
import { serveSignedIn, type Ask, type SignedIn } from './dashboard/signed-in';
import { HOW_SEEN, alertFigures, delaysOf, inMilliseconds, quantile, type Delays } from './dashboard/visible-alerts';
import type { Figure, Section } from './figures';
import { freePorts } from '../../infra/local/kafka';
import { SOURCE, batchesOf, directoryLines, eventLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const RATE = 5_000;
/** One request of a source has so many events. */
const REQUEST = 100;
const CLINICIANS = 200;

/** Sends `RATE` events a second for as long as the probes take; the rate that was kept beside what they tell. */
async function alertsUnderLoad(platform: Platform, signedIn: SignedIn, probes: number): Promise<Delays & { readonly rate: number }> {
  const bodies = batchesOf(eventLines(RATE * 60, CLINICIANS, 7), REQUEST).values();
  const started = performance.now();
  let sent = 0;
  let ended = false;
  const load = async (): Promise<void> => {
    for (const body of bodies) {
      if (ended) return;
      const ahead = (sent / RATE) * 1_000 - (performance.now() - started);
      if (ahead > 0) await setTimeout(ahead);
      await platform.ingestion.accept(SOURCE, 'event-ndjson', body);
      sent += REQUEST;
    }
  };
  const loading = load();
  const delays = await delaysOf(signedIn, probes, (report) => platform.ingestion.accept(SOURCE, 'event-ndjson', Buffer.from(report)));
  const rate = (sent * 1_000) / (performance.now() - started);
  ended = true;
  await loading;
  return { ...delays, rate };
}

const LIST = `{ alerts(first: 50) { totalCount nodes {
  id state tier department knownAt startedAt { at } evidenceCount overdue patient pattern { id title } clinician { id }
} } }`;

/** The newest state of every alert, and the first fifty by urgency: what the list of alerts shows, as one statement. */
const rawList = sql`
  SELECT alert_id, state, tier, department, known_at, started_at, evidence_count, respond_by, patient, pattern, clinician, count() OVER () AS total
  FROM (SELECT * FROM ${table('alert_states')} ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id)
  ORDER BY state IN ('new', 'got-worse') DESC, tier DESC, known_at DESC, alert_id DESC LIMIT 50`;

async function listAgainstSql(store: AnalyticsStore, ask: Ask, repetitions: number): Promise<Figure> {
  const graphql: number[] = [];
  const raw: number[] = [];
  const timed = async (into: number[], work: () => Promise<{ readonly length: number }>): Promise<void> => {
    const started = performance.now();
    const { length } = await work();
    into.push(performance.now() - started);
    if (length !== 50) throw new Error(`a page has ${length} rows instead of 50`);
  };
  for (let repetition = -20; repetition < repetitions; repetition += 1) {
    const warmingUp = repetition < 0;
    await timed(warmingUp ? [] : raw, () => store.query(rawList));
    await timed(warmingUp ? [] : graphql, async () => (await ask<{ alerts: { nodes: readonly object[] } }>(LIST)).alerts.nodes);
  }
  return {
    what: 'list of 50 alerts through GraphQL over HTTP',
    measured: inMilliseconds(graphql),
    comparedWith: `${inMilliseconds(raw)} the same list as one SQL statement`,
    value: quantile(graphql, 0.99) / quantile(raw, 0.99),
    unit: '×',
    goal: { atMost: 1.5 },
  };
}

/** How soon an alert can be seen, and what GraphQL adds to the SQL behind it. */
export async function benchmarkDashboard(probes = 300, repetitions = 300): Promise<Section> {
  const bench = await openForBenchmark({ PLUMBLINE_PORT: String((await freePorts(1))[0]) });
  const { platform, close } = bench;
  try {
    await ingestAll(platform, batchesOf(directoryLines(CLINICIANS), 1_000));
    const signedIn = await serveSignedIn(bench);
    const { rate, ...delays } = await alertsUnderLoad(platform, signedIn, probes);
    const list = await listAgainstSql(platform.store, signedIn.ask, repetitions);
    return {
      title: 'Seeing alerts',
      how: `The standalone platform in one process with sender and reader. Reports that each make an alert, while ${Math.round(rate).toLocaleString('en-GB')} other events a second arrive in requests of ${REQUEST}. ${HOW_SEEN}`,
      figures: [...alertFigures(delays, 'acknowledgement', rate, RATE, 50), list],
    };
  } finally {
    await close();
  }
}
