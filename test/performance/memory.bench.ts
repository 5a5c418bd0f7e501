import { DAY } from '@plumbline/kernel';
import { closeImportedDays, type Platform } from '@plumbline/platform';
import { setTimeout } from 'node:timers/promises';
import type { Figure, Section } from './figures';
import { batchesOf, directoryLines, eventLines, type Stretch } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';
import { collectHeaps } from './memory/heaps';

const BATCH = 1_000;
/** So many events are made at a time, so that the sender's memory stays out of the figure. */
const PORTION = 20_000;
const CLINICIANS = 500;
const STEPS = 10;
/** Allocators keep what was freed for about ten seconds before they give it back to the system. */
const GIVEN_BACK_AFTER_MILLISECONDS = 20_000;
/** Long enough for what is older than 400 days and the windows to be forgotten again and again. */
const DAYS = 4_000;
const FIRST_DAY = Date.UTC(2004, 0, 5);

/** What the process holds at one moment, in bytes. */
interface Held {
  /** Resident, ClickHouse included, as it ran: garbage that nobody had asked for yet counts as well. */
  readonly running: number;
  /** Resident once the garbage of every thread was collected. */
  readonly resident: number;
  /** Resident once what was freed was given back as well; looked at after the halves only. */
  readonly settled: number | undefined;
  /** What JavaScript keeps alive in all threads, typed arrays and buffers included. */
  readonly alive: number;
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_000_000));
const count = (number: number): string => number.toLocaleString('en-GB');

/** Takes events in and closes their days, as an import does. */
async function takeIn(platform: Platform, lines: readonly string[]): Promise<void> {
  const since = platform.clock.now();
  await ingestAll(platform, batchesOf(lines, BATCH));
  await closeImportedDays(platform, since);
}

async function held(settle: boolean): Promise<Held> {
  const running = process.memoryUsage.rss();
  const heaps = await collectHeaps();
  const alive = heaps.reduce((sum, heap) => sum + heap.alive + heap.outside, 0);
  const resident = process.memoryUsage.rss();
  if (settle) await setTimeout(GIVEN_BACK_AFTER_MILLISECONDS);
  return { running, resident, alive, settled: settle ? process.memoryUsage.rss() : undefined };
}

/** What the process holds after each tenth of the events. */
async function heldWhile(platform: Platform, stretch: Omit<Stretch, 'first'>): Promise<readonly Held[]> {
  const points: Held[] = [];
  let from = 0;
  for (let step = 1; step <= STEPS; step += 1) {
    for (const end = Math.round((stretch.of * step) / STEPS); from < end;) {
      const portion = Math.min(PORTION, end - from);
      await takeIn(platform, eventLines(portion, CLINICIANS, 1 + from, { ...stretch, first: from }));
      from += portion;
    }
    const point = await held(step % (STEPS / 2) === 0);
    // Ten million events take the better part of an hour.
    process.stderr.write(`    ${count(from)} of ${count(stretch.of)} events: ${megabytes(point.resident)} MB\n`);
    points.push(point);
  }
  return points;
}

/** What the second half of the events added to what the process held after the first. */
function growth(what: string, points: readonly Held[], events: number): readonly Figure[] {
  const figure = (of: keyof Held, named: string): Figure => {
    const half = points[STEPS / 2 - 1]?.[of] ?? Number.NaN;
    const end = points.at(-1)?.[of] ?? Number.NaN;
    const tenths = points.flatMap((point) => point[of] ?? []).map(megabytes);
    return {
      what: `${what}: ${named} after ${count(events)} events`,
      measured: `${megabytes(end)} MB${tenths.length === STEPS ? `; after each tenth ${tenths.join(', ')}` : ''}`,
      comparedWith: `${megabytes(half)} MB after half of them`,
      value: end / half,
      unit: '×',
      goal: of === 'settled' ? { atMost: 1.1 } : undefined,
    };
  };
  return [
    figure('settled', 'resident memory, garbage collected and what is free given back,'),
    figure('resident', 'resident memory, garbage collected just now,'),
    figure('running', 'resident memory as it ran'),
    figure('alive', 'what JavaScript keeps alive'),
  ];
}

/** Whether memory stays flat over many events, and when sources name people and records that nobody has heard of. */
export async function benchmarkMemory(events: number, strangers: number): Promise<Section> {
  const figures: Figure[] = [];
  const { platform, close } = await openForBenchmark();
  try {
    await ingestAll(platform, batchesOf(directoryLines(CLINICIANS, FIRST_DAY), BATCH));
    const known = await heldWhile(platform, { of: events, firstDay: FIRST_DAY, days: DAYS });
    figures.push(...growth('the workload', known, events));
    const later = { firstDay: FIRST_DAY + DAYS * DAY, days: DAYS, strangers: true, named: 'stranger' };
    const unknown = await heldWhile(platform, { of: strangers, ...later });
    figures.push(...growth('every event about a patient never seen before', unknown, strangers));
  } finally {
    await close();
  }
  const how = `The workload of the section on taking events in, from ${count(CLINICIANS)} clinicians over eleven years, whose days are closed as they pass; then as many years in which each event names a patient of its own. Flat means: the second half adds no more than a tenth to what is resident once the garbage of every thread was collected and ${GIVEN_BACK_AFTER_MILLISECONDS / 1_000} s have passed, in which allocators give back what is free. A partition begins to forget when 100,000 of its rows are older than 400 days; until then it grows.`;
  return { title: 'Memory', how, figures };
}
