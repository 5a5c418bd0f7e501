import { sql, table, type Sql } from '@plumbline/analytics-store';

/** Tables whose rows are versions of records. */
export type Versioned = 'events' | 'gifts' | 'prescribing';

/** A number for each record. Two records may share one by chance, so it only says where to look closer. */
const record: Readonly<Record<Versioned, Sql>> = {
  events: sql`cityHash64(source, record_id)`,
  gifts: sql`record`,
  prescribing: sql`record`,
};

/**
 * Partition, position, source and record id of rows that a newer version of their record has taken the place of, among those that meet a
 * condition: the highest version stays, ties go to the greater id. The condition must keep all versions of a record together. Nearly every
 * record has one version, so the few with several are found by a number first: half the work of sorting all rows.
 */
export function superseded(of: Versioned, condition: Sql, columns: Sql = sql`partition, position`): Sql {
  return sql`
    SELECT ${columns} FROM ${table(of)} WHERE ${condition} AND ${record[of]} IN (
      SELECT ${record[of]} AS one_record FROM ${table(of)} WHERE ${condition} GROUP BY one_record HAVING count() > 1)
    ORDER BY source, record_id, record_version DESC, id DESC LIMIT 1, 1000000000 BY source, record_id`;
}
