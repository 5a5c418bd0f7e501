import { instant, sql, table, type Sql } from '@plumbline/analytics-store';
import { knownBy } from '../common/reading';

/** Where clinicians belong at a point in time: each one's newest entry that had begun, in the newest version of its record. */
export function directory(at: number, asOf: number | undefined, which: Sql = sql`true`): Sql {
  return sql`
    SELECT * FROM (
      SELECT * FROM ${table('clinicians')} WHERE ${which} AND ${knownBy(sql`recorded_at`, asOf)}
      ORDER BY record_version DESC, event_key DESC LIMIT 1 BY record_key)
    WHERE retracted = 0 AND listed_at <= ${instant(at)}
    ORDER BY listed_at DESC, event_key DESC LIMIT 1 BY clinician`;
}
