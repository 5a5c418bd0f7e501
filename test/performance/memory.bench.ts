import { closeImportedDays, type Platform } from '@plumbline/platform';
import { DAY } from '@plumbline/kernel';
import type { Figure, Section } from './figures';
import { batchesOf, directoryLines, eventLines } from './ingest/event-lines';
import { ingestAll, openForBenchmark } from './ingest/open-for-benchmark';

const BATCH = 1_000;
/** So many events are made at a time, so that the sender's memory stays out of the figure. */
const PORTION = 20_000;
const CLINICIANS = 500;
const STEPS = 10;
/** Long enough for what is older than 400 days and the windows to be forgotten again and again. */
const DAYS = 4_000;
const FIRST_DAY = Date.UTC(2004, 0, 5);

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

/** Takes events in and closes their days, as an import does. */
async function takeIn(platform: Platform, lines: readonly string[]): Promise<void> {
  const since = platform.clock.now();
  await ingestAll(platform, batchesOf(lines, BATCH));
  await closeImportedDays(platform, since);
}

/** Resident memory of the whole process, ClickHouse included, after each tenth of the events. */
async function residentWhile(send: (from: number, count: number) => Promise<void>, events: number): Promise<readonly number[]> {
  const resident: number[] = [];
  const step = Math.ceil(events / STEPS / PORTION) * PORTION;
  for (let from = 0; from < step * STEPS; from += PORTION) {
    await send(from, PORTION);
    if ((from + PORTION) % step === 0) resident.push(process.memoryUsage.rss());
  }
  return resident;
}

/** What the second half of the events added to what the process held after the first. */
function growth(what: string, resident: readonly number[], events: number): Figure {
  const half = resident[STEPS / 2 - 1] ?? Number.NaN;
  const end = resident.at(-1) ?? Number.NaN;
  return {
    what: `${what}: resident memory after ${events.toLocaleString('en-GB')} events`,
    measured: `${megabytes(end)} MB (highest ${megabytes(Math.max(...resident))})`,
    comparedWith: `${megabytes(half)} MB after half of them`,
    value: end / half,
    unit: '×',
    goal: { atMost: 1.1 },
  };
}

/** Whether memory stays flat over many events, and when sources name people and records that nobody has heard of. */
export async function benchmarkMemory(events = 1_000_000, strangers = 1_000_000): Promise<Section> {
  const figures: Figure[] = [];
  const { platform, close } = await openForBenchmark();
  try {
    await ingestAll(platform, batchesOf(directoryLines(CLINICIANS, FIRST_DAY), BATCH));
    const known = await residentWhile(async (from, count) => {
      await takeIn(platform, eventLines(count, CLINICIANS, 1 + from, { first: from, of: events, firstDay: FIRST_DAY, days: DAYS }));
    }, events);
    figures.push(growth('the workload', known, events));
    const unknown = await residentWhile(async (from, count) => {
      const stretch = { first: from, of: strangers, firstDay: FIRST_DAY + DAYS * DAY, days: DAYS, strangers: true };
      await takeIn(platform, eventLines(count, CLINICIANS, 1 + from, { ...stretch, named: 'stranger' }));
    }, strangers);
    figures.push(growth('every event about a patient never seen before', unknown, strangers));
  } finally {
    await close();
  }
  const how =
    'The workload of the section on taking events in, from 500 clinicians over eleven years, whose days are closed as they pass; then as many years in which each event names a patient of its own. Flat means: the second half adds no more than a tenth.';
  return { title: 'Memory', how, figures };
}
