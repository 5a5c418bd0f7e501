import { joinSql, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import type { RequestContext } from '../common/context';
import { knownBy, Reading } from '../common/reading';
import { superseded } from '../common/superseded';
import { counts } from './counted-events';

/** More rows than this are not named one by one: they would not fit into the address of a request to a server. */
const MOST_NAMED = 5_000;

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
    const rows = await this.reading.store.query<Version>(sql`
      SELECT partition, position, place FROM (
        SELECT partition, position, row_number() OVER (PARTITION BY source, record_id ORDER BY record_version DESC, id DESC) AS place,
          count() OVER (PARTITION BY source, record_id) AS versions
        FROM ${table('events')} WHERE ${known} AND cityHash64(source, record_id) IN (
          SELECT cityHash64(source, record_id) AS one_record FROM ${table('events')} WHERE ${known} GROUP BY one_record HAVING count() > 1))
      WHERE versions > 1 LIMIT ${this.mostNamed + 1}`);
    const named = rows.length <= this.mostNamed;
    const older = named ? among(rows.filter(({ place }) => place > 1)) : sql`(partition, position) IN (${superseded('events', known)})`;
    const amended = named
      ? among(rows.filter(({ place }) => place === 1))
      : sql`(source, record_id) IN (${superseded('events', known, sql`source, record_id`)})`;
    return sql`SELECT *, ${amended} AS amended FROM ${table('events')} WHERE ${known} AND NOT (${older}) AND ${counts}`;
  }
}

/** That a row is one of some. */
function among(rows: readonly Version[]): Sql {
  const parts = [...new Set(rows.map(({ partition }) => partition))].map((partition) => {
    const positions = rows.filter((row) => row.partition === partition).map(({ position }) => position);
    return sql`(partition = ${typed('UInt16', partition)} AND position IN ${typed('Array(UInt64)', positions)})`;
  });
  return parts.length === 0 ? sql`false` : sql`(${joinSql(parts, ' OR ')})`;
}
