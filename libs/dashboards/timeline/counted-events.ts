import { sql, table, type Sql } from '@plumbline/analytics-store';
import { knownBy } from '../common/reading';

/**
 * A clinician's records in their newest versions, as far as recorded by a point in time. Of several versions the highest counts, ties
 * go to the greater event key; what was retracted or withdrawn counts for nothing. The condition must keep all versions of a record
 * together; any other condition belongs around this statement. `versions` says how many a record has.
 */
export function countedEvents(condition: Sql, asOf: number | undefined): Sql {
  return sql`
    SELECT * FROM (
      SELECT *, count() OVER (PARTITION BY source, record_id) AS versions FROM ${table('events')}
      WHERE ${condition} AND ${knownBy(sql`recorded_at`, asOf)}
      ORDER BY record_version DESC, source DESC, id DESC LIMIT 1 BY source, record_id)
    WHERE retracted = 0 AND type != 'gifts.withdrawn'`;
}

/**
 * The same for a condition that many clinicians meet, without `versions`. Nearly every record has one version, so the few with
 * several are found by a hash first and their older rows left out: half the work of sorting all rows. For one clinician sorting is
 * quicker, because the engine plans three statements here.
 */
export function countedEventsOfMany(condition: Sql, asOf: number | undefined): Sql {
  const known = sql`${condition} AND ${knownBy(sql`recorded_at`, asOf)}`;
  return sql`
    SELECT * FROM ${table('events')} WHERE ${known} AND (partition, position) NOT IN (
      SELECT partition, position FROM ${table('events')} WHERE ${known} AND cityHash64(source, record_id) IN (
        SELECT cityHash64(source, record_id) AS record FROM ${table('events')} WHERE ${known} GROUP BY record HAVING count() > 1)
      ORDER BY source, record_id, record_version DESC, id DESC LIMIT 1, 1000000000 BY source, record_id)
    AND retracted = 0 AND type != 'gifts.withdrawn'`;
}
