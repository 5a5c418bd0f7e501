import { migrate, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { decodeEvent } from '@plumbline/events';
import type { Platform } from '@plumbline/platform';
import { projections, type Projection } from '@plumbline/projections';
import { perSecond, type Section } from './figures';
import { batchesOf, directoryLines, eventLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const ROUNDS = 5;
const BATCH = 1_000;
const ROWS_OF_AN_INSERT = 10_000;

const isOfEvents = (projection: Projection): projection is Projection<'events'> =>
  projection.table === 'events' && projection.source === 'events';
const [eventRows] = projections.filter(isOfEvents);

interface Round {
  readonly ingest: number;
  readonly cpu: number;
  readonly raw: number;
}

/** The rows that the projector made of the log's last stretch, made again here so that the bare insert gets exactly the same text. */
async function rowsSince({ log }: Platform, from: readonly number[]): Promise<readonly string[]> {
  const rows: string[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for (let position = from[partition] ?? 0; ;) {
      const { records, next } = await log.read(partition, position, { maxRecords: 10_000 });
      if (next === position) break;
      for (const record of records) {
        const event = decodeEvent(record.bytes);
        const logged = { event, dataText: JSON.stringify(event.data), partition, position: record.position };
        if (eventRows !== undefined) rows.push(eventRows.row(logged));
      }
      position = next;
    }
  }
  return rows;
}

async function bareInsert(store: AnalyticsStore, rows: readonly string[], round: number): Promise<number> {
  const inserts = Array.from({ length: Math.ceil(rows.length / ROWS_OF_AN_INSERT) }, (_, index) =>
    rows.slice(index * ROWS_OF_AN_INSERT, (index + 1) * ROWS_OF_AN_INSERT).join('\n'),
  );
  const started = performance.now();
  for (const [index, text] of inserts.entries()) await store.insert('events', text, { token: `bare:${round}-${index}` });
  return performance.now() - started;
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
      const rows = await rowsSince(platform, from);
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
      how: `${(perRound * ROUNDS).toLocaleString('en-GB')} events as NDJSON, ${bytes} bytes each, from ${clinicians} clinicians in batches of ${BATCH}, four requests under way: parsed, validated, given pseudonyms, hashed, appended durably, folded by eleven patterns (${findings?.amount ?? 0} finding revisions) and inserted. ${cpu.toFixed(1)} µs of processor time an event in the process, ClickHouse included. The bare insert gets the finished rows as JSONEachRow, ${ROWS_OF_AN_INSERT.toLocaleString('en-GB')} at a time. Median of ${ROUNDS} rounds taken in turn.`,
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
