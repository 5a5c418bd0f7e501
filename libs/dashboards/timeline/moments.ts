import { instant, joinSql, sql, table } from '@plumbline/analytics-store';
import DataLoader from 'dataloader';
import type { RequestContext } from '../common/context';
import { Reading } from '../common/reading';
import type { EventTime } from '../schema.generated';

interface Moment {
  readonly clinician: string;
  /** UTC text. */
  readonly at: string;
}

interface Row {
  readonly clinician: string;
  readonly at: string;
  readonly precision: EventTime['precision'];
  readonly zone: string;
}

/** What was once looked up stays true while the event stands; a newer version of it makes another instant. Bounded. */
const MOST_REMEMBERED = 50_000;
/** An event of a time that had none may still come, so that is believed for a minute; milliseconds. */
const LONGEST_MISSED = 60_000;

/**
 * How exactly the times of findings are known, and in which zone: as the clinician's event at that very instant says. A time
 * that belongs to no event (the end of a day) is the institution's own and exact.
 */
export class Moments {
  private readonly remembered = new Map<string, { readonly time: EventTime; readonly until: number }>();

  constructor(private readonly reading: Reading) {}

  /** At once where it is remembered: a promise for each time of each row of a list costs more than its rows. */
  eventTime(context: RequestContext, clinician: string, at: string): EventTime | Promise<EventTime> {
    const known = this.remembered.get(keyOf({ clinician, at }));
    if (known !== undefined && known.until > this.reading.clock.now()) return known.time;
    const loader = context.once(this, () => new DataLoader<Moment, EventTime, string>((keys) => this.load(keys), { cacheKeyFn: keyOf }));
    return loader.load({ clinician, at });
  }

  private async load(moments: readonly Moment[]): Promise<readonly EventTime[]> {
    const keys = moments.map(({ clinician, at }) => sql`(${clinician}, ${instant(Date.parse(at))})`);
    const rows = await this.reading.store.query<Row>(sql`
      SELECT clinician, occurred_at AS at, toString(time_precision) AS precision, toString(time_zone) AS zone
      FROM ${table('events')} WHERE (clinician, occurred_at) IN (${joinSql(keys, ', ')}) LIMIT 1 BY clinician, occurred_at`);
    const found = new Map(rows.map((row) => [keyOf(row), { at: row.at, precision: row.precision, zone: row.zone }]));
    return moments.map((moment) => {
      const time = found.get(keyOf(moment));
      const known = time ?? { at: moment.at, precision: 'millisecond' as const, zone: this.reading.zone };
      this.remember(keyOf(moment), known, time === undefined ? this.reading.clock.now() + LONGEST_MISSED : Infinity);
      return known;
    });
  }

  private remember(key: string, time: EventTime, until: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { time, until });
  }
}

const keyOf = ({ clinician, at }: Moment): string => `${clinician} ${at}`;
