import { openEmbeddedLog, type LogRecord } from '@plumbline/event-log';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, perSecond, type Figure } from './figures';

const RECORD_BYTES = 430;
const ROUNDS = 5;
/** Producers that append at the same time, as HTTP requests do. One alone would also measure its own waiting. */
const PRODUCERS = 2;

export interface LogAppendMeasurement {
  readonly batch: number;
  readonly records: number;
  /** Milliseconds for those records, the median of the rounds. */
  readonly file: number;
  readonly log: number;
  /** The bare file's time by the log's, the median of rounds next to each other: a shared disk is ten times slower for seconds. */
  readonly ratio: number;
}

interface Lane {
  run(milliseconds: number): Promise<number>;
  close(): Promise<void>;
}

/** What nothing can beat: the length and the bytes of each record in one buffer, one write, one fdatasync. */
function bareFile(directory: string, batch: readonly LogRecord[]): Lane {
  const descriptor = openSync(join(directory, 'bare'), 'w');
  const appendOnce = (): void => {
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

async function productLog(directory: string, batch: readonly LogRecord[]): Promise<Lane> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  return {
    run: async (milliseconds) => {
      const until = performance.now() + milliseconds;
      let appends = 0;
      const producer = async (): Promise<void> => {
        for (; performance.now() < until; appends += 1) await log.append(batch);
      };
      await Promise.all(Array.from({ length: PRODUCERS }, producer));
      return appends;
    },
    close: () => log.close(),
  };
}

/** Appends per second of a lane, as records in `milliseconds`, alternating with the other lane so that both meet the same disk. */
async function measure(batchSize: number, milliseconds: number): Promise<LogAppendMeasurement> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-append-'));
  const batch = Array.from({ length: batchSize }, (_, index) => ({
    partitionKey: `K-${index % 200}`,
    key: `bench\u0000${index}`,
    bytes: Buffer.alloc(RECORD_BYTES, `{"number":${index}}`),
  }));
  const file = bareFile(directory, batch);
  const log = await productLog(directory, batch);
  const rates: { file: number[]; log: number[] } = { file: [], log: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, lane] of [['file', file] as const, ['log', log] as const]) {
      const start = performance.now();
      const appends = await lane.run(milliseconds / ROUNDS);
      rates[name].push((performance.now() - start) / (appends * batchSize));
    }
  }
  await log.close();
  await file.close();
  await rm(directory, { recursive: true });
  const records = 1_000_000;
  const ratio = median(rates.file.map((file, round) => file / (rates.log[round] ?? Number.NaN)));
  return { batch: batchSize, records, file: median(rates.file) * records, log: median(rates.log) * records, ratio };
}

/** The durable append of the embedded log against a bare framed file. `milliseconds` is the time of one lane at one batch size. */
export async function logAppendFigures(milliseconds = 2_000): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const batchSize of [1, 100, 1_000]) {
    const { batch, records, file, log, ratio } = await measure(batchSize, milliseconds);
    figures.push({
      what: `durable append in batches of ${batch}, ${RECORD_BYTES} bytes a record`,
      measured: perSecond(records, log),
      comparedWith: `bare framed file and fdatasync: ${perSecond(records, file)}`,
      value: ratio,
      unit: '×',
      goal: batch === 1_000 ? { atLeast: 0.5 } : undefined,
    });
  }
  return figures;
}
