import { instant, sql, type Sql } from '@plumbline/analytics-store';
import { badInput } from '../common/bad-input';
import { Reading } from '../common/reading';
import type { ActivityPoint, ActivitySeries, Lane } from '../schema.generated';
import { countedEvents } from '../timeline/counted-events';
import { LANES, family, inLanes, laneOf } from '../timeline/lanes';
import { directory } from './directory';
import { monthsBefore } from './months';

/** Fewer colleagues than this could be recognised in a figure about them. */
export const FEWEST_PEERS = 5;

interface Row {
  readonly month: string;
  readonly family: string;
  readonly own: number;
  readonly counts: readonly number[];
}

/** Own past against the colleagues of the same specialty. */
export class ActivityRepository {
  constructor(private readonly reading: Reading) {}

  /** Events per month and lane. A colleague without an event in a month counts as none, so that the quiet are not left out. */
  async series(clinician: string, specialty: string, months: number, asOf: number | undefined): Promise<readonly ActivitySeries[]> {
    if (months < 1 || months > 60) throw badInput('months is a whole number from 1 to 60');
    const at = asOf ?? this.reading.clock.now();
    const calendar = monthsBefore(at, months, this.reading.zone);
    const colleagues = sql`SELECT clinician FROM (${directory(at, asOf)}) WHERE specialty = ${specialty} AND specialty != ''`;
    const [[staff], rows] = await Promise.all([
      this.reading.store.query<{ readonly peers: number }>(
        sql`SELECT toUInt32(count()) AS peers FROM (${colleagues}) WHERE clinician != ${clinician}`,
      ),
      this.reading.store.query<Row>(this.counts(clinician, colleagues, calendar[0] ?? '', at, asOf)),
    ]);
    const peers = staff?.peers ?? 0;
    const found = new Map(rows.map((row) => [`${laneOf(row.family)} ${row.month}`, row]));
    return LANES.map((lane) => ({ lane, points: calendar.map((month) => pointOf(lane, month, found.get(`${lane} ${month}`), peers)) }));
  }

  private counts(clinician: string, colleagues: Sql, from: string, at: number, asOf: number | undefined): Sql {
    const month = sql`toStartOfMonth(toTimeZone(occurred_at, ${this.reading.zone}))`;
    return sql`
      SELECT toString(first_day) AS month, toString(lane_family) AS family, toUInt32(sumIf(events, clinician = ${clinician})) AS own, groupArrayIf(events, clinician != ${clinician}) AS counts FROM (
        SELECT clinician, ${month} AS first_day, ${family} AS lane_family, toUInt32(count()) AS events
        FROM (${countedEvents(sql`(clinician = ${clinician} OR clinician IN (${colleagues})) AND ${inLanes(null)}`, asOf)})
        WHERE occurred_at <= ${instant(at)} GROUP BY clinician, first_day, lane_family HAVING first_day >= toDate(${from}))
      GROUP BY first_day, lane_family`;
  }
}

function pointOf(lane: Lane, month: string, row: Row | undefined, peers: number): ActivityPoint {
  const events = row?.own ?? 0;
  if (peers < FEWEST_PEERS) return { month, events, peersLow: null, peersMedian: null, peersHigh: null, peers: null };
  const counts = [...(row?.counts ?? [])].sort((left, right) => left - right);
  const padded = [...Array.from({ length: Math.max(0, peers - counts.length) }, () => 0), ...counts];
  const at = (share: number): number => padded[Math.min(padded.length - 1, Math.floor(share * padded.length))] ?? 0;
  return { month, events, peersLow: at(0.25), peersMedian: at(0.5), peersHigh: at(0.75), peers };
}
