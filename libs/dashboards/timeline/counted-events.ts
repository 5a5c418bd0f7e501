import { sql, table, type Sql } from '@plumbline/analytics-store';
import { knownBy } from '../common/reading';
import { superseded, type Versioned } from '../common/superseded';

/** What was retracted or withdrawn counts for nothing. */
export const counts = sql`retracted = 0 AND type != 'gifts.withdrawn'`;

/**
 * Records of many clinicians in their newest versions, as far as recorded by a point in time, of all events or of an excerpt of them. Of
 * several versions the highest counts, ties go to the greater event key. The condition must keep all versions of a record together; any
 * other condition belongs around this statement.
 */
export function countedEvents(condition: Sql, asOf: number | undefined, of: Versioned = 'events'): Sql {
  const known = sql`${condition} AND ${knownBy(sql`recorded_at`, asOf)}`;
  return sql`SELECT * FROM ${table(of)} WHERE ${known} AND (partition, position) NOT IN (${superseded(of, known)}) AND ${counts}`;
}
