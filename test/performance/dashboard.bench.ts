import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveForBenchmark, signIn, type Ask } from './dashboard/signed-in';
import { sendAndRead } from './dashboard/source-and-reader';
import { HOW_SEEN, alertFigures, inMilliseconds } from './dashboard/visible-alerts';
import { quantile, type Figure, type Section } from './figures';
import { freePorts } from '../../infra/local/kafka';
import { SOURCE, batchesOf, directoryLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const RATE = 5_000;
const CLINICIANS = 200;
/** Long enough for the file of sources; nothing is guarded by it. */
const TOKEN = 'what-the-source-of-the-benchmark-shows';

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
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-bench-sources-'));
  const sources = join(directory, 'sources.yaml');
  await writeFile(sources, `- { name: ${SOURCE}, zone: Europe/London, token: ${TOKEN} }\n`);
  const bench = await openForBenchmark({ PLUMBLINE_PORT: String((await freePorts(1))[0]), PLUMBLINE_SOURCES: sources });
  const { platform, close } = bench;
  try {
    await ingestAll(platform, batchesOf(directoryLines(CLINICIANS), 1_000));
    const person = await serveForBenchmark(bench);
    const { rate, ...delays } = await sendAndRead({ person, token: TOKEN, rate: RATE, clinicians: CLINICIANS, probes });
    const signedIn = await signIn(person);
    platform.lifecycle.onStop('benchmark connections', signedIn.close);
    const list = await listAgainstSql(platform.store, signedIn.ask, repetitions);
    return {
      title: 'Seeing alerts',
      how: `The standalone platform in one process; source and reader are another on the same cores. Reports that each make an alert, while ${Math.round(rate).toLocaleString('en-GB')} other events a second arrive over HTTP in requests of 100. ${HOW_SEEN}`,
      figures: [...alertFigures(delays, 'acknowledgement', rate, RATE, 50), list],
    };
  } finally {
    await close();
    await rm(directory, { recursive: true });
  }
}
