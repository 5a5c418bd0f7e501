import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { batchesOf, directoryLines, eventLines } from './event-lines';
import { acceptAll, openIngestion } from './open-ingestion';
import { eventLoopMicroseconds } from './thread-time';

const BATCH = 1_000;
const ROUNDS = 5;

/** What an event costs before the folds, each the median of the rounds, in microseconds. */
export interface IntakeCost {
  readonly events: number;
  /** Wall time from the bytes of a request to the acknowledged append. */
  readonly wall: number;
  /** Processor time of the event loop's thread for the same. */
  readonly thread: number;
  /** Processor time of the whole process for the same: SQLite's thread and the garbage collector's included. */
  readonly process: number;
  /** Processor time of the event loop's thread for reading a record back, as the projector does. */
  readonly read: number;
}

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

/** Reads what is new since `positions`, as many records at a time as a round of the projector takes, and moves them. */
async function readNew(log: EventLog, positions: number[]): Promise<number> {
  let records = 0;
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for (;;) {
      const from = positions[partition] ?? 0;
      const batch = await log.read(partition, from, { maxRecords: 2_500 });
      if (batch.next === from) break;
      records += batch.records.length;
      positions[partition] = batch.next;
    }
  }
  return records;
}

/** The way of an event from the bytes of a request to the acknowledged append, without the projector and ClickHouse. */
export async function measureIntake(events: number, clinicians: number, strangers = false): Promise<IntakeCost> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-intake-'));
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const { ingestion, close } = await openIngestion(log, directory);
  try {
    await acceptAll(ingestion, batchesOf(directoryLines(clinicians), BATCH));
    const positions = [...(await log.ends())];
    const perRound = Math.ceil(events / ROUNDS / BATCH) * BATCH;
    const rounds: Omit<IntakeCost, 'events'>[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const stretch = { first: round * perRound, of: perRound * (ROUNDS + 1), strangers };
      const batches = batchesOf(eventLines(perRound, clinicians, 1 + round, stretch), BATCH);
      const before = { wall: performance.now(), thread: eventLoopMicroseconds(), process: process.cpuUsage() };
      await acceptAll(ingestion, batches);
      const thread = eventLoopMicroseconds();
      const wall = (performance.now() - before.wall) * 1_000;
      const { user, system } = process.cpuUsage(before.process);
      const reading = eventLoopMicroseconds();
      if ((await readNew(log, positions)) !== perRound) throw new Error('the log does not hold what was accepted');
      const read = eventLoopMicroseconds() - reading;
      const each = (microseconds: number): number => microseconds / perRound;
      rounds.push({ wall: each(wall), thread: each(thread - before.thread), process: each(user + system), read: each(read) });
    }
    const counted = rounds.slice(1);
    const of = (figure: keyof Omit<IntakeCost, 'events'>): number => median(counted.map((round) => round[figure]));
    return { events: perRound * ROUNDS, wall: of('wall'), thread: of('thread'), process: of('process'), read: of('read') };
  } finally {
    await close();
    await log.close();
    await rm(directory, { recursive: true, force: true });
  }
}
