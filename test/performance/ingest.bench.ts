import { migrate, sql, table } from '@plumbline/analytics-store';
import { median, perSecond, type Figure, type Section } from './figures';
import { bareInsert, rowsSince, ROWS_OF_AN_INSERT, type RowForm } from './ingest/bare-insert';
import { batchesOf, directoryLines, eventLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const ROUNDS = 5;
const BATCH = 1_000;

interface Round {
  readonly ingest: number;
  readonly cpu: number;
  /** Bare inserts of the same rows, as objects and as arrays. */
  readonly objects: number;
  readonly arrays: number;
}

/** The whole way of an event, from the bytes of a request to a row that can be read, against ClickHouse's own insert of the finished rows. */
export async function benchmarkIngest(events = 250_000): Promise<Section> {
  const clinicians = Math.max(50, Math.ceil(events / 400));
  const { platform, close } = await openForBenchmark();
  try {
    const bare = platform.store.inDatabase('bare');
    await bare.execute(sql`CREATE DATABASE bare`);
    await migrate(bare);
    await ingestAll(platform, batchesOf(directoryLines(clinicians), BATCH));
    const perRound = Math.ceil(events / ROUNDS / BATCH) * BATCH;
    // As bytes: lines that are kept as texts would be the larger part of what the garbage collector looks through.
    const batches = batchesOf(eventLines(perRound * (ROUNDS + 1), clinicians), BATCH);
    const rounds: Round[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const from = await platform.log.ends();
      const cpuBefore = process.cpuUsage();
      const started = performance.now();
      await ingestAll(platform, batches.slice((round * perRound) / BATCH, ((round + 1) * perRound) / BATCH));
      const ingest = performance.now() - started;
      const { user, system } = process.cpuUsage(cpuBefore);
      const rows = await rowsSince(platform.log, from);
      const objects = await bareInsert(bare, rows, 'JSONEachRow');
      rounds.push({ ingest, cpu: user + system, objects, arrays: await bareInsert(bare, rows, 'JSONCompactEachRow') });
    }
    const counted = rounds.slice(1);
    const ingest = median(counted.map((round) => round.ingest));
    const cpu = median(counted.map((round) => round.cpu)) / perRound;
    const [findings] = await platform.store.query<{ amount: number }>(sql`SELECT count() AS amount FROM ${table('finding_revisions')}`);
    const figure = (form: RowForm, bareOf: (round: Round) => number, goal: Figure['goal']): Figure => ({
      what: `request bytes to readable rows, against ${form}`,
      measured: perSecond(perRound, ingest),
      comparedWith: `${perSecond(perRound, median(counted.map(bareOf)))} bare insert of the same rows`,
      value: median(counted.map((round) => bareOf(round) / round.ingest)),
      unit: '×',
      goal,
    });
    const bytes = Math.round(batches.reduce((sum, batch) => sum + batch.length, 0) / (perRound * (ROUNDS + 1)));
    return {
      title: 'Taking events in',
      how: `${(perRound * ROUNDS).toLocaleString('en-GB')} events as NDJSON, ${bytes} bytes each, from ${clinicians} clinicians in batches of ${BATCH}, four requests under way: parsed, validated, given pseudonyms, hashed, appended durably, folded by eleven patterns (${findings?.amount ?? 0} finding revisions) and inserted. ${cpu.toFixed(1)} µs of processor time an event in the process, ClickHouse included. The bare inserts get the finished rows, ${ROWS_OF_AN_INSERT.toLocaleString('en-GB')} at a time: as objects that name their columns (JSONEachRow), and as the arrays that the projector makes (JSONCompactEachRow), which ClickHouse reads faster. Median of ${ROUNDS} rounds taken in turn.`,
      figures: [
        figure('JSONEachRow', (round) => round.objects, { atLeast: 0.5 }),
        figure('JSONCompactEachRow', (round) => round.arrays, undefined),
      ],
    };
  } finally {
    await close();
  }
}
