import { openEmbeddedLog, type LogRecord } from '@plumbline/event-log';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparedRecords } from './distributed/prepared-records';
import { median, perSecond, type Figure, type Section } from './figures';

const ROUNDS = 5;
/** Producers that append at the same time, as HTTP requests do. One alone would also measure its own waiting. */
const PRODUCERS = 2;
/** Before the first round that counts each lane runs for so many milliseconds: until then it is the compiler that is measured. */
const WARM_UP = 500;
/** Events of so many clinicians are made; a lane that comes to the last of them begins anew. */
const EVENTS = 20_000;
const CLINICIANS = 500;

export interface LogAppendMeasurement {
  readonly batch: number;
  readonly records: number;
  /** Milliseconds for those records, the median of the rounds. */
  readonly file: number;
  readonly log: number;
  /** The bare file's time by the log's, the median of rounds next to each other: a shared disk is ten times slower for seconds. */
  readonly ratio: number;
}

/** Appends for about so long and resolves with how many appends that were. */
interface Lane {
  run(milliseconds: number): Promise<number>;
  close(): Promise<void>;
}

/** Batches of the records, one after the other, and from the beginning again after the last. */
function batchesOf(records: readonly LogRecord[], size: number): () => readonly LogRecord[] {
  const batches = Array.from({ length: Math.floor(records.length / size) }, (_, index) => records.slice(index * size, (index + 1) * size));
  let next = 0;
  return () => batches[next++ % batches.length] ?? [];
}

/** What nothing can beat: the length and the bytes of each record in one buffer, as they are, one write, one fdatasync. */
function bareFile(directory: string, nextBatch: () => readonly LogRecord[]): Lane {
  const descriptor = openSync(join(directory, 'bare'), 'w');
  const appendOnce = (): void => {
    const batch = nextBatch();
    const frames = Buffer.allocUnsafe(batch.reduce((sum, { bytes }) => sum + 4 + bytes.length, 0));
    let at = 0;
    for (const { bytes } of batch) {
      frames.writeUInt32LE(bytes.length, at);
      frames.set(bytes, at + 4);
      at += 4 + bytes.length;
    }
    for (let written = 0; written < frames.length;) written += writeSync(descriptor, frames, written);
    fdatasyncSync(descriptor);
  };
  return {
    run: (milliseconds) => {
      let appends = 0;
      for (const until = performance.now() + milliseconds; performance.now() < until; appends += 1) appendOnce();
      return Promise.resolve(appends);
    },
    close: () => {
      closeSync(descriptor);
      return Promise.resolve();
    },
  };
}

async function productLog(directory: string, nextBatch: () => readonly LogRecord[]): Promise<Lane> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  return {
    run: async (milliseconds) => {
      const until = performance.now() + milliseconds;
      let appends = 0;
      const producer = async (): Promise<void> => {
        for (; performance.now() < until; appends += 1) await log.append(nextBatch());
      };
      await Promise.all(Array.from({ length: PRODUCERS }, producer));
      return appends;
    },
    close: () => log.close(),
  };
}

/** Appends per second of a lane, as records in `milliseconds`, alternating with the other lane so that both meet the same disk. */
async function measure(all: readonly LogRecord[], batch: number, milliseconds: number): Promise<LogAppendMeasurement> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-append-'));
  const lanes = {
    file: bareFile(directory, batchesOf(all, batch)),
    log: await productLog(directory, batchesOf(all, batch)),
  };
  const rates: { file: number[]; log: number[] } = { file: [], log: [] };
  await lanes.file.run(WARM_UP);
  await lanes.log.run(WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['file', 'log'] as const) {
      const start = performance.now();
      const appends = await lanes[name].run(milliseconds / ROUNDS);
      rates[name].push((performance.now() - start) / (appends * batch));
    }
  }
  await lanes.log.close();
  await lanes.file.close();
  await rm(directory, { recursive: true });
  const records = 1_000_000;
  const ratio = median(rates.file.map((file, round) => file / (rates.log[round] ?? Number.NaN)));
  return { batch, records, file: median(rates.file) * records, log: median(rates.log) * records, ratio };
}

/** The workload as it stands in the log: each record with ids, times and pseudonyms of its own. */
async function realRecords(): Promise<readonly LogRecord[]> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-append-'));
  try {
    return (await preparedRecords(directory, EVENTS, CLINICIANS)).events;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The durable append of the embedded log against a bare framed file. `milliseconds` is the time of one lane at one batch size. */
export async function benchmarkLogAppend(milliseconds: number): Promise<Section> {
  const all = await realRecords();
  const bytes = Math.round(all.reduce((sum, record) => sum + record.bytes.length, 0) / all.length);
  const figures: Figure[] = [];
  for (const batchSize of [1, 100, 1_000]) {
    const { batch, records, file, log, ratio } = await measure(all, batchSize, milliseconds);
    figures.push({
      what: `durable append in batches of ${batch}, ${bytes} bytes a record`,
      measured: perSecond(records, log),
      comparedWith: `bare framed file and fdatasync: ${perSecond(records, file)}`,
      value: ratio,
      unit: '×',
      goal: batch === 1_000 ? { atLeast: 0.5 } : undefined,
    });
  }
  return {
    title: 'Appending to the log',
    how:
      'Two producers, alternating with a bare file on the same disk. The records are events as ingestion writes them, no two alike; the log packs them, ' +
      `the bare file takes them as they are. Both run for ${WARM_UP} ms before the rounds that count, of which the medians are given.`,
    figures,
  };
}
