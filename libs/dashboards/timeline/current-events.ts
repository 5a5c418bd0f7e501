import { instant, sql, table, type Sql } from '@plumbline/analytics-store';

/**
 * A clinician's records in their newest versions, as far as they had been recorded by a point in time. Of several versions the
 * highest counts, ties go to the greater event key; what was retracted or withdrawn counts for nothing.
 */
export function currentEvents(clinician: string, asOf: number | undefined): Sql {
  return newestVersions(sql`clinician = ${clinician}`, asOf);
}

/** The same over a condition of the caller's. The condition must keep all versions of a record together. */
export function newestVersions(condition: Sql, asOf: number | undefined): Sql {
  return sql`
    SELECT * FROM (
      SELECT *, count() OVER (PARTITION BY source, record_id) AS versions FROM ${table('events')}
      WHERE ${condition} AND ${asOf === undefined ? sql`true` : sql`recorded_at <= ${instant(asOf)}`}
      ORDER BY record_version DESC, source DESC, id DESC LIMIT 1 BY source, record_id)
    WHERE retracted = 0 AND type != 'gifts.withdrawn'`;
}
