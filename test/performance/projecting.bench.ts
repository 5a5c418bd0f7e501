import { migrate, openAnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog, type EventLog, type LogRecord } from '@plumbline/event-log';
import { encodeEvent, eventKey, messageSent, storedEvent } from '@plumbline/events';
import { openProjector, untilRead, type FoldFactory } from '@plumbline/projecting';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Section } from './figures';
import { eventLoopMicroseconds } from './ingest/thread-time';

const BATCH = 1_000;
const TURNS = 5;
const START = Date.UTC(2026, 0, 1);

/** Folds that make nothing of anything, so that what is measured is the way around them. */
const noFolds: FoldFactory = () => ({
  patterns: { apply: () => undefined, drain: () => ({ findings: [], undetermined: [] }), snapshot: () => ({}) },
  cases: {
    applyFinding: () => undefined,
    applyCommand: () => undefined,
    drain: () => ({ alertStates: [], caseHistory: [], outcomes: [] }),
    snapshot: () => ({}),
  },
  route: () => undefined,
  placeOf: () => undefined,
});

function recordOf(index: number): LogRecord {
  const at = START + index * 1_000;
  const stored = storedEvent(messageSent, {
    id: `event-${String(index).padStart(10, '0')}`,
    source: 'benchmark',
    occurred: { instant: at, precision: 'second', zone: 'Europe/London' },
    recordedAt: at + 90_000,
    ingestedAt: at + 95_000,
    data: {
      clinician: `K-${String((index * 7) % 500).padStart(12, '0')}`,
      patient: `P-${String((index * 13) % 5_000).padStart(12, '0')}`,
      direction: 'outbound',
      channel: 'portal',
      urgency: 'routine',
      redirect: false,
      topicLabel: 'administrative',
    },
  });
  return { partitionKey: stored.partitionkey, key: eventKey(stored), bytes: encodeEvent(stored) };
}

async function append(log: EventLog, from: number, count: number): Promise<void> {
  for (let first = from; first < from + count; first += BATCH)
    await log.append(Array.from({ length: BATCH }, (_, index) => recordOf(first + index)));
}

const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

/** What an event costs from the log to its row, without folds: processor time of the event loop's thread, and of the whole process. */
export async function benchmarkProjecting(events = 250_000): Promise<Section> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-projecting-'));
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const store = await openAnalyticsStore({ path: join(directory, 'analytics') });
  try {
    await migrate(store);
    const perTurn = Math.ceil(events / TURNS / BATCH) * BATCH;
    const thread: number[] = [];
    const whole: number[] = [];
    // The first turn warms up and is not counted.
    for (let turn = 0; turn <= TURNS; turn += 1) {
      await append(log, turn * perTurn, perTurn);
      const before = { thread: eventLoopMicroseconds(), process: process.cpuUsage() };
      const projector = await openProjector({ log, store, directory, createFolds: noFolds, foldVersion: '1' });
      await untilRead(log, projector);
      const { user, system } = process.cpuUsage(before.process);
      thread.push((eventLoopMicroseconds() - before.thread) / perTurn);
      whole.push((user + system) / perTurn);
      await projector.close();
    }
    const figure: Figure = {
      what: 'an event from the log to its row, without folds',
      measured: `${median(thread.slice(1)).toFixed(2)} µs of the event loop's thread`,
      comparedWith: `${median(whole.slice(1)).toFixed(2)} µs of all threads, ClickHouse's own included`,
      value: median(thread.slice(1)),
      unit: ' µs',
      goal: { atMost: 4 },
    };
    const how = `${(perTurn * TURNS).toLocaleString('en-GB')} messages that stand in the embedded log already, in ${TURNS} turns; processor time, the median of the turns.`;
    return { title: 'Projecting', how, figures: [figure] };
  } finally {
    await store.close();
    await log.close();
    await rm(directory, { recursive: true, force: true });
  }
}
