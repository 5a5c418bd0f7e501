import { sql, table, typed, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog, LogRecord } from '@plumbline/event-log';
import { dayClosed, encodeEvent, eventKey, storedEvent, type DayClosed, type StoredEvent } from '@plumbline/events';
import { dayOfIsoDate, isoDate, localTime, startOfLocalDay, type Clock } from '@plumbline/kernel';
import type { ProjectionReader } from '../projection-reader';
import { untilRead } from '../until-read';

/** The covered time and our own, UTC milliseconds. */
export interface CoveredTime {
  readonly from: number;
  readonly to: number;
  readonly computedAt: number;
}

export interface DayClosingOptions {
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  readonly projector: Pick<ProjectionReader, 'waitForPosition'>;
  readonly clock: Clock;
  /** The institution's, an IANA name. */
  readonly zone: string;
  /** Computes peer baselines from what can be read now; see `computeBaselines`. */
  readonly baselines: (covered: CoveredTime) => Promise<readonly StoredEvent[]>;
}

export interface ClosedDays {
  /** How many days were closed that had not been. */
  readonly days: number;
  /** How many baselines were new. */
  readonly baselines: number;
}

const SOURCE = 'plumbline/calendar';
/** Ten years: a single misdated record must not close the days of a century. */
const MOST_DAYS = 3_660;
const BATCH = 500;

/**
 * Closes the local days `from` to `to` (both `2026-03-03`, both included) after everything that belongs to them was appended. Days
 * that are not over and days that are closed already are left out, so that it can be repeated. The order of effects:
 *   1. wait until what is in the log can be read;
 *   2. append the baselines that are computed from it (those of before stay as they were);
 *   3. append the closings, oldest first.
 */
export async function closeDays(options: DayClosingOptions, from: string, to: string): Promise<ClosedDays> {
  const { log, zone, clock } = options;
  const now = clock.now();
  const last = Math.min(dayOfIsoDate(to), localTime(now, zone).day - 1);
  const first = Math.max(dayOfIsoDate(from), last - MOST_DAYS + 1);
  if (last < first) return { days: 0, baselines: 0 };
  // 1. wait
  await untilRead(log, options.projector);
  // 2. baselines
  const covered = { from: startOfLocalDay(first, zone), to: startOfLocalDay(last + 1, zone) - 1, computedAt: now };
  const known = await idsOf(options.store, 'baselines.peer-baseline-computed', covered.from);
  const baselines = (await options.baselines(covered)).filter(({ id }) => !known.has(id));
  await appendAll(log, baselines);
  // 3. closings
  const closed = await idsOf(options.store, dayClosed.type, covered.from);
  const days = Array.from({ length: last - first + 1 }, (_, index) => closing(first + index, zone, now)).filter(
    ({ id }) => !closed.has(id),
  );
  await appendAll(log, days);
  return { days: days.length, baselines: baselines.length };
}

/** The last local day that is closed in a zone, or undefined. */
export async function lastClosedDay(store: AnalyticsStore, zone: string): Promise<string | undefined> {
  const rows = await store.query<{ last: string; amount: number }>(
    sql`SELECT toString(max(day)) AS last, count() AS amount FROM ${table('closed_days')} WHERE zone = ${zone}`,
  );
  return rows[0] === undefined || rows[0].amount === 0 ? undefined : rows[0].last;
}

/** The same for whoever closes a day, but for our own time of it: the second of two that close a day is a repeat. */
function closing(day: number, zone: string, ingestedAt: number): StoredEvent {
  const date = isoDate(day);
  return storedEvent<DayClosed>(dayClosed, {
    id: `${date}@${zone}`,
    source: SOURCE,
    occurred: { instant: startOfLocalDay(day, zone), precision: 'day', zone },
    // A day is known to be over when the next begins, also where it is closed long afterwards.
    recordedAt: startOfLocalDay(day + 1, zone),
    ingestedAt,
    data: { day: date, zone },
  });
}

async function idsOf(store: AnalyticsStore, type: string, from: number): Promise<ReadonlySet<string>> {
  const rows = await store.query<{ id: string }>(
    sql`SELECT id FROM ${table('events')} WHERE clinician = '' AND type = ${type} AND toUnixTimestamp64Milli(occurred_at) >= ${typed('Int64', from)}`,
  );
  return new Set(rows.map(({ id }) => id));
}

async function appendAll(log: EventLog, events: readonly StoredEvent[]): Promise<void> {
  const records = events.map((event): LogRecord => ({ partitionKey: event.partitionkey, key: eventKey(event), bytes: encodeEvent(event) }));
  for (let first = 0; first < records.length; first += BATCH) await log.append(records.slice(first, first + BATCH));
}
