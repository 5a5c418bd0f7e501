import { instant, sql, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { DAY } from '@plumbline/kernel';
import { FEWEST_PEERS } from '../clinicians/activity.repository';
import { directory } from '../clinicians/directory';
import { monthsBefore } from '../clinicians/months';
import { badInput } from '../common/bad-input';
import { inScope, Reading } from '../common/reading';
import type { PrescribingPoint } from '../schema.generated';
import { countedEvents } from '../timeline/counted-events';

/** Whose prescribing; of several conditions all hold. */
export interface PrescribingSubject {
  readonly clinician?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly specialty?: string | null | undefined;
}

type Row = Omit<PrescribingPoint, 'peersLow' | 'peersMedian' | 'peersHigh' | 'peers95' | 'peers'>;

const NOTHING = { ordered: 0, orderedControlled: 0, dispensed: 0, dispensedControlled: 0, refillsControlled: 0, visits: 0 };
type Peers = Omit<PrescribingPoint, keyof Row>;
const NO_PEERS: Peers = { peersLow: null, peersMedian: null, peersHigh: null, peers95: null, peers: null };

export class PrescribingRepository {
  constructor(private readonly reading: Reading) {}

  /** Prescribing per calendar month of the institution's zone. Clinicians outside the viewer's departments are never counted, except among peers. */
  async points(
    viewer: Viewer,
    subject: PrescribingSubject,
    months: number,
    asOf: number | undefined,
  ): Promise<readonly PrescribingPoint[]> {
    if (months < 1 || months > 60) throw badInput('months is a whole number from 1 to 60');
    const at = asOf ?? this.reading.clock.now();
    const calendar = monthsBefore(at, months, this.reading.zone);
    const { clinician, department, specialty } = subject;
    const everybody = viewer.departments === 'all' && [clinician, department, specialty].every((value) => typeof value !== 'string');
    const chosen = sql`clinician IN (SELECT clinician FROM (${directory(at, asOf)}) WHERE ${inScope(viewer)}
      AND ${typeof clinician === 'string' ? sql`clinician = ${clinician}` : sql`true`}
      AND ${typeof department === 'string' ? sql`department = ${department}` : sql`true`}
      AND ${typeof specialty === 'string' ? sql`specialty = ${specialty}` : sql`true`})`;
    const whose = everybody ? sql`clinician != ''` : chosen;
    const [rows, peers] = await Promise.all([
      this.reading.store.query<Row>(this.counts(whose, calendar[0] ?? '', at, asOf)),
      this.peers(subject, calendar, at, asOf),
    ]);
    const found = new Map(rows.map((row) => [row.month, row]));
    return calendar.map((month) => ({ month, ...NOTHING, ...found.get(month), ...(peers.get(month) ?? NO_PEERS) }));
  }

  private counts(whose: Sql, from: string, at: number, asOf: number | undefined): Sql {
    return sql`
      SELECT toString(first_day) AS month, toUInt32(countIf(type = 'prescribing.ordered')) AS ordered,
        toUInt32(countIf(type = 'prescribing.ordered' AND is_controlled)) AS orderedControlled, toUInt32(countIf(type = 'prescribing.dispensed')) AS dispensed,
        toUInt32(countIf(type = 'prescribing.dispensed' AND is_controlled)) AS dispensedControlled, toUInt32(countIf(is_refill)) AS refillsControlled,
        toUInt32(countIf(type = 'encounters.completed')) AS visits
      FROM (
        SELECT type, ${this.month()} AS first_day, type != 'encounters.completed' AND ${controlled} AS is_controlled,
          is_controlled AND type = 'prescribing.dispensed' AND refill_number > 0 AS is_refill
        FROM (${countedEvents(whose, asOf, 'prescribing')})
        WHERE ${during(from, at)})
      GROUP BY first_day HAVING first_day >= toDate(${from})`;
  }

  private async peers(
    subject: PrescribingSubject,
    calendar: readonly string[],
    at: number,
    asOf: number | undefined,
  ): Promise<ReadonlyMap<string, Peers>> {
    const { clinician, specialty } = subject;
    if (typeof clinician !== 'string' && typeof specialty !== 'string') return new Map();
    const all = directory(at, asOf);
    const wanted =
      typeof clinician === 'string'
        ? sql`specialty IN (SELECT specialty FROM (${all}) WHERE clinician = ${clinician})`
        : sql`specialty = ${specialty ?? ''}`;
    const colleagues = sql`SELECT clinician FROM (${all}) WHERE ${wanted} AND clinician != ${clinician ?? ''}`;
    const [[staff], rows] = await Promise.all([
      this.reading.store.query<{ readonly peers: number }>(sql`SELECT toUInt32(count()) AS peers FROM (${colleagues})`),
      this.reading.store.query<{ readonly month: string; readonly counts: readonly number[] }>(sql`
        SELECT toString(first_day) AS month, groupArray(dispensed) AS counts FROM (
          SELECT clinician, ${this.month()} AS first_day, toUInt32(count()) AS dispensed
          FROM (${countedEvents(sql`clinician IN (${colleagues}) AND type = 'prescribing.dispensed'`, asOf, 'prescribing')})
          WHERE ${controlled} AND ${during(calendar[0] ?? '', at)} GROUP BY clinician, first_day HAVING first_day >= toDate(${calendar[0] ?? ''}))
        GROUP BY first_day`),
    ]);
    const peers = staff?.peers ?? 0;
    if (peers < FEWEST_PEERS) return new Map();
    const found = new Map(rows.map(({ month, counts }) => [month, counts]));
    return new Map(calendar.map((month) => [month, { peers, ...spread(found.get(month) ?? [], peers) }]));
  }

  private month(): Sql {
    return sql`toStartOfMonth(toTimeZone(occurred_at, ${this.reading.zone}))`;
  }
}

/** From the first day of a month on, wherever on earth it begins: what is a day too much falls out with its month. */
const during = (from: string, at: number): Sql => sql`occurred_at > ${instant(Date.parse(from) - DAY)} AND occurred_at <= ${instant(at)}`;

const controlled = sql`schedule IN ('II', 'III', 'IV', 'V')`;

/** Colleagues without a dispense in a month count as none. */
function spread(counts: readonly number[], peers: number): Pick<PrescribingPoint, 'peersLow' | 'peersMedian' | 'peersHigh' | 'peers95'> {
  const padded = [...Array.from({ length: Math.max(0, peers - counts.length) }, () => 0), ...counts].sort((left, right) => left - right);
  const at = (share: number): number => padded[Math.min(padded.length - 1, Math.floor(share * padded.length))] ?? 0;
  return { peersLow: at(0.25), peersMedian: at(0.5), peersHigh: at(0.75), peers95: at(0.95) };
}
