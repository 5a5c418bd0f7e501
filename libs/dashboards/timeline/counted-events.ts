import { instant, sql, table, type Sql } from '@plumbline/analytics-store';

/** Records in their newest versions, with only the columns that counting needs; see `newestVersions` for the rule. */
export function countedEvents(condition: Sql, asOf: number | undefined): Sql {
  return sql`
    SELECT * FROM (
      SELECT clinician, patient, type, occurred_at, retracted, data, source, record_id FROM ${table('events')}
      WHERE ${condition} AND ${asOf === undefined ? sql`true` : sql`recorded_at <= ${instant(asOf)}`}
      ORDER BY record_version DESC, source DESC, id DESC LIMIT 1 BY source, record_id)
    WHERE retracted = 0 AND type != 'gifts.withdrawn'`;
}
