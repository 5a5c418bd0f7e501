import { joinSql, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import { BoundedCache } from '@plumbline/kernel';
import type { RequestContext } from '../common/context';
import { knownBy, Reading } from '../common/reading';
import { counts } from './counted-events';

/** Rows of more records than this are not named one by one: going by the names would take longer than sorting all rows. */
const MOST_NAMED = 1_000;
const MOST_REMEMBERED = 50_000;

/** One of the rows of a record that has several; the first place is that of the newest version. */
interface Version {
  readonly partition: number;
  readonly position: number;
  readonly place: number;
}

/**
 * A clinician's records in their newest versions. Which rows those are is asked once a request, of narrow columns and for the whole page;
 * what is then asked about them goes by the order of the table, and costs no more than the days that it is about.
 */
export class ClinicianEvents {
  /** Clinicians of whom that many records have several versions. Versions do not become fewer, so that asking for names again would be in vain. */
  private readonly unnamed = new BoundedCache<true>(MOST_REMEMBERED);

  constructor(
    private readonly reading: Reading,
    private readonly mostNamed = MOST_NAMED,
  ) {}

  /**
   * Stands behind FROM in brackets, with `amended` where a record has earlier versions. As far as recorded by a point in time the
   * highest version counts, ties go to the greater event key; what was retracted or withdrawn counts for nothing.
   */
  newest(context: Pick<RequestContext, 'once'>, clinician: string, asOf: number | undefined): Promise<Sql> {
    const asked = context.once(this, () => new Map<string, Promise<Sql>>());
    const key = `${clinician} ${asOf ?? 'now'}`;
    const found = asked.get(key) ?? this.ask(clinician, asOf);
    asked.set(key, found);
    return found;
  }

  private async ask(clinician: string, asOf: number | undefined): Promise<Sql> {
    const known = sql`clinician = ${clinician} AND ${knownBy(sql`recorded_at`, asOf)}`;
    if (this.unnamed.get(clinician) === true) return sorted(known);
    const rows = await this.reading.store.query<Version>(sql`
      SELECT partition, position, place FROM (
        SELECT partition, position, row_number() OVER (PARTITION BY source, record_id ORDER BY record_version DESC, id DESC) AS place,
          count() OVER (PARTITION BY source, record_id) AS versions
        FROM ${table('events')} WHERE ${known} AND cityHash64(source, record_id) IN (
          SELECT cityHash64(source, record_id) AS one_record FROM ${table('events')} WHERE ${known} GROUP BY one_record HAVING count() > 1 LIMIT ${this.mostNamed + 1}))
      WHERE versions > 1`);
    const newest = rows.filter(({ place }) => place === 1);
    if (newest.length > this.mostNamed) {
      this.unnamed.set(clinician, true);
      return sorted(known);
    }
    const amended = among(newest);
    const older = among(rows.filter(({ place }) => place > 1));
    return sql`SELECT *, ${amended} AS amended FROM ${table('events')} WHERE ${known} AND NOT (${older}) AND ${counts}`;
  }
}

/** The same without names: all rows are sorted, which takes longer than going by a few names and not as long as going by many. */
function sorted(known: Sql): Sql {
  return sql`
    SELECT *, versions > 1 AS amended FROM (
      SELECT *, count() OVER (PARTITION BY source, record_id) AS versions FROM ${table('events')} WHERE ${known}
      ORDER BY record_version DESC, id DESC LIMIT 1 BY source, record_id)
    WHERE ${counts}`;
}

/** That a row is one of some. */
function among(rows: readonly Version[]): Sql {
  const parts = [...new Set(rows.map(({ partition }) => partition))].map((partition) => {
    const positions = rows.filter((row) => row.partition === partition).map(({ position }) => position);
    return sql`(partition = ${typed('UInt16', partition)} AND position IN ${typed('Array(UInt64)', positions)})`;
  });
  return parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' OR ')})`;
}
