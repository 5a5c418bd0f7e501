import { migrate, sql, table } from '@plumbline/analytics-store';
import { perSecond, type Section } from './figures';
import { bareInsert, rowsSince, ROWS_OF_AN_INSERT } from './ingest/bare-insert';
import { batchesOf, directoryLines, eventLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const ROUNDS = 5;
const BATCH = 1_000;

interface Round {
  readonly ingest: number;
  readonly cpu: number;
  readonly raw: number;
}

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

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
    const lines = eventLines(perRound * (ROUNDS + 1), clinicians);
    const rounds: Round[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const batches = batchesOf(lines.slice(round * perRound, (round + 1) * perRound), BATCH);
      const from = await platform.log.ends();
      const cpuBefore = process.cpuUsage();
      const started = performance.now();
      await ingestAll(platform, batches);
      const ingest = performance.now() - started;
      const { user, system } = process.cpuUsage(cpuBefore);
      const rows = await rowsSince(platform.log, from);
      rounds.push({ ingest, cpu: user + system, raw: await bareInsert(bare, rows, round) });
    }
    const counted = rounds.slice(1);
    const ingest = median(counted.map((round) => round.ingest));
    const raw = median(counted.map((round) => round.raw));
    const cpu = median(counted.map((round) => round.cpu)) / perRound;
    const [findings] = await platform.store.query<{ amount: number }>(sql`SELECT count() AS amount FROM ${table('finding_revisions')}`);
    const bytes = Math.round(lines.reduce((sum, line) => sum + line.length + 1, 0) / lines.length);
    return {
      title: 'Taking events in',
      how: `${(perRound * ROUNDS).toLocaleString('en-GB')} events as NDJSON, ${bytes} bytes each, from ${clinicians} clinicians in batches of ${BATCH}, four requests under way: parsed, validated, given pseudonyms, hashed, appended durably, folded by eleven patterns (${findings?.amount ?? 0} finding revisions) and inserted. ${cpu.toFixed(1)} µs of processor time an event in the process, ClickHouse included. The bare insert gets the finished rows as the projector inserts them (JSONCompactEachRow, a third cheaper than JSONEachRow), ${ROWS_OF_AN_INSERT.toLocaleString('en-GB')} at a time. Median of ${ROUNDS} rounds taken in turn.`,
      figures: [
        {
          what: 'request bytes to readable rows',
          measured: perSecond(perRound, ingest),
          comparedWith: `${perSecond(perRound, raw)} bare insert of the same rows`,
          value: median(counted.map((round) => round.raw / round.ingest)),
          unit: '×',
          goal: { atLeast: 0.5 },
        },
      ],
    };
  } finally {
    await close();
  }
}
