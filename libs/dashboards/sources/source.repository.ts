import { instant, sql, table } from '@plumbline/analytics-store';
import { DAY, HOUR, MINUTE } from '@plumbline/kernel';
import { Reading } from '../common/reading';
import type { DayCount, SourceHealth, SourceState } from '../schema.generated';
import { isUnreachable, type QuarantinePort } from '../quarantine/quarantine.port';

interface Row {
  readonly source: string;
  readonly events: number;
  readonly lastEvent: string | null;
  readonly lastPrecision: 'day' | 'minute' | 'second' | 'millisecond';
  readonly lastZone: string;
  readonly lastIngested: string;
  readonly zones: readonly string[];
  readonly futureDated: number;
}

/** Of the last seven days. */
interface Recent {
  readonly source: string;
  readonly lagSeconds: number | null;
  readonly events: number;
}

interface Day extends DayCount {
  readonly source: string;
}

/** What one look through all events says of their sources. */
interface Scan {
  readonly rows: readonly Row[];
  readonly recent: readonly Recent[];
  readonly days: readonly Day[];
  readonly pauses: ReadonlyMap<string, number>;
}

/** What the platform itself appends is no source. */
const bySources = sql`NOT startsWith(source, 'plumbline/')`;
const SPARKLINE_DAYS = 30;
const FUTURE_TOLERANCE_SECONDS = 300;
const FAILING_SHARE = 0.05;
/** Nothing is late before this, however often a source usually speaks. */
const SHORTEST_PAUSE = 36 * HOUR;
const ORDER: readonly SourceState[] = ['failing', 'silent', 'late', 'flowing'];

/** Health of the sources: silence must never look like calm. */
export class SourceRepository {
  private last: { readonly of: string; readonly scan: Promise<Scan> } | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly quarantine: QuarantinePort,
  ) {}

  async health(): Promise<readonly SourceHealth[]> {
    const now = this.reading.clock.now();
    const { rows, recent, days, pauses } = await this.scan(now);
    const waiting = await this.waiting();
    const names = [...new Set([...rows.map(({ source }) => source), ...(waiting?.keys() ?? [])])];
    const health = names.map((source) => {
      const row = rows.find((candidate) => candidate.source === source);
      const perDay = days.filter((day) => day.source === source).map(({ day, events }) => ({ day, events }));
      return this.describe(
        source,
        row,
        recent.find((candidate) => candidate.source === source),
        perDay,
        waiting === undefined ? undefined : (waiting.get(source) ?? 0),
        pauses.get(source) ?? 0,
        now,
      );
    });
    return health.sort((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || left.source.localeCompare(right.source));
  }

  /** Records in quarantine by source; undefined where whoever keeps them is away, which must not take the rest with it. */
  private async waiting(): Promise<ReadonlyMap<string, number> | undefined> {
    const waiting = new Map<string, number>();
    try {
      for (const { source, open } of await this.quarantine.counts()) waiting.set(source, (waiting.get(source) ?? 0) + open);
    } catch (error) {
      if (isUnreachable(error)) return undefined;
      throw error;
    }
    return waiting;
  }

  /** Every open page asks for this again and again: all events are looked through only when some have come, or a minute has passed. */
  private async scan(now: number): Promise<Scan> {
    const [size] = await this.reading.store.query<{ readonly events: number }>(sql`SELECT count() AS events FROM ${table('events')}`);
    const of = `${size?.events ?? 0} events in minute ${Math.floor(now / MINUTE)}`;
    const known = this.last?.of === of ? this.last : { of, scan: this.lookThrough(now) };
    this.last = known;
    try {
      return await known.scan;
    } catch (error) {
      // What failed is tried again by whoever asks next.
      if (this.last === known) this.last = undefined;
      throw error;
    }
  }

  private async lookThrough(now: number): Promise<Scan> {
    const [rows, recent, days, pauses] = await Promise.all([this.rows(now), this.recent(now), this.days(now), this.longestPauses()]);
    return { rows, recent, days, pauses };
  }

  private describe(
    source: string,
    row: Row | undefined,
    recent: Recent | undefined,
    perDay: readonly DayCount[],
    waiting: number | undefined,
    pause: number,
    now: number,
  ): SourceHealth {
    const shareOf = (events = 0): number => (waiting === undefined || waiting === 0 ? 0 : waiting / (waiting + events));
    const lastEventAt = row?.lastEvent == null ? null : { at: row.lastEvent, precision: row.lastPrecision, zone: row.lastZone };
    return {
      source,
      ...judge({
        recentShare: shareOf(recent?.events),
        waiting: waiting ?? 0,
        lastAt: lastEventAt === null ? undefined : Date.parse(lastEventAt.at),
        pause,
        now,
      }),
      events: row?.events ?? 0,
      lastEventAt,
      lastIngestedAt: row?.lastIngested ?? null,
      lagSeconds: recent?.lagSeconds ?? null,
      perDay,
      quarantined: waiting ?? null,
      quarantinedShare: waiting === undefined ? null : shareOf(row?.events),
      zones: row?.zones ?? [],
      futureDated: row?.futureDated ?? 0,
    };
  }

  private rows(now: number): Promise<Row[]> {
    const past = sql`occurred_at <= ${instant(now)}`;
    return this.reading.store.query<Row>(sql`
      SELECT toString(source) AS source, count() AS events, maxOrNullIf(occurred_at, ${past}) AS lastEvent,
        toString(argMaxIf(time_precision, occurred_at, ${past})) AS lastPrecision, toString(argMaxIf(time_zone, occurred_at, ${past})) AS lastZone,
        max(ingested_at) AS lastIngested, groupUniqArray(8)(time_zone) AS zones,
        toUInt32(countIf(occurred_at > ingested_at + ${FUTURE_TOLERANCE_SECONDS})) AS futureDated
      FROM ${table('events')} WHERE ${bySources} GROUP BY source`);
  }

  /** What was delivered lately, and how long it took; what a source brought along at its beginning was no delivery. */
  private recent(now: number): Promise<Recent[]> {
    return this.reading.store.query<Recent>(sql`
      SELECT toString(e.source) AS source, toUInt32(count()) AS events,
        quantileExactOrNullIf(0.5)(dateDiff('second', recorded_at, ingested_at), recorded_at > first_ingested AND recorded_at != ingested_at) AS lagSeconds
      FROM ${table('events')} AS e
      ANY LEFT JOIN (SELECT source AS of_source, min(ingested_at) AS first_ingested FROM ${table('events')} GROUP BY of_source) AS f ON e.source = f.of_source
      WHERE ingested_at > ${instant(now - 7 * DAY)} AND ${bySources} GROUP BY e.source`);
  }

  private days(now: number): Promise<Day[]> {
    const day = sql`toDate(toTimeZone(ingested_at, ${this.reading.zone}))`;
    return this.reading.store.query<Day>(sql`
      SELECT toString(source) AS source, toString(${day}) AS day, toUInt32(count()) AS events FROM ${table('events')}
      WHERE ingested_at > ${instant(now - SPARKLINE_DAYS * DAY)} AND ${bySources} GROUP BY source, day ORDER BY source, day`);
  }

  /** The longest pause between two days with events, per source, in milliseconds. */
  private async longestPauses(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.reading.store.query<{ readonly source: string; readonly days: number }>(sql`
      SELECT source, toUInt32(max(gap)) AS days FROM (
        SELECT source, dateDiff('day', lagInFrame(day, 1, day) OVER (PARTITION BY source ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), day) AS gap
        FROM (SELECT toString(source) AS source, toDate(occurred_at) AS day FROM ${table('events')} GROUP BY source, day)) GROUP BY source`);
    return new Map(rows.map(({ source, days }) => [source, days * DAY]));
  }
}

interface Standing {
  readonly recentShare: number;
  readonly waiting: number;
  readonly lastAt: number | undefined;
  readonly pause: number;
  readonly now: number;
}

/** The state and its reason in one sentence. */
function judge({ recentShare, waiting, lastAt, pause, now }: Standing): { readonly state: SourceState; readonly because: string } {
  if (recentShare > FAILING_SHARE) {
    const records = waiting === 1 ? '1 record waits' : `${waiting} records wait`;
    return { state: 'failing', because: `${records} in quarantine, more than one in twenty.` };
  }
  if (lastAt === undefined) return { state: 'silent', because: 'Nothing of it has ever been taken in.' };
  const usual = Math.max(pause, SHORTEST_PAUSE);
  const quiet = now - lastAt;
  const days = Math.floor(quiet / DAY);
  if (quiet > 3 * usual)
    return { state: 'silent', because: `The newest event is ${days} days old, more than three times the longest usual pause.` };
  if (quiet > usual) return { state: 'late', because: `The newest event is ${days} days old, longer than is usual for it.` };
  return { state: 'flowing', because: 'Events come as usual.' };
}
