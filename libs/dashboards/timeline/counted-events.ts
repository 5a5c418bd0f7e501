import { sql, table, type Sql } from '@plumbline/analytics-store';
import { knownBy } from '../common/reading';
import { superseded, type Versioned } from '../common/superseded';

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
    WHERE ${counts}`;
}

/**
 * The same for a condition that many clinicians meet, without `versions`, of all events or of an excerpt of them. For one clinician
 * sorting is quicker, because the engine plans three statements here.
 */
export function countedEventsOfMany(condition: Sql, asOf: number | undefined, of: Versioned = 'events'): Sql {
  const known = sql`${condition} AND ${knownBy(sql`recorded_at`, asOf)}`;
  return sql`SELECT * FROM ${table(of)} WHERE ${known} AND (partition, position) NOT IN (${superseded(of, known)}) AND ${counts}`;
}

const counts = sql`retracted = 0 AND type != 'gifts.withdrawn'`;
