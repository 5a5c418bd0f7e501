import { sql, table } from '@plumbline/analytics-store';
import { pageSize } from '../common/paging';
import { Reading } from '../common/reading';
import type { DeadLetterKind, DeadLetters } from '../schema.generated';

type Row = Omit<DeadLetterKind, 'remedy'>;

const REMEDIES: Readonly<Record<string, string>> = {
  'event.unknown-version': 'Start the projector in the release that wrote these events, or a newer one.',
  'projecting.unreadable-record': 'Run `plumbline verify` to find out whether the log was damaged.',
};
/** Everything else is a fault of the program, and nobody at the institution can mend the event. */
const REPORT = 'Report the reason together with the release. The release that mends it folds everything anew by itself.';

/** Events that are in the log and of which nothing was made: what depends on them is missing, and must not look like calm. */
export class DeadLetterRepository {
  constructor(private readonly reading: Reading) {}

  /** @throws GraphQLError where `first` is outside 0 to 1,000 */
  async kinds(first: number | null | undefined): Promise<DeadLetters> {
    const size = pageSize(first, 50);
    const [[total], rows] = await Promise.all([
      this.reading.store.query<{ readonly events: number }>(sql`SELECT count() AS events FROM ${table('dead_letters')}`),
      this.rows(size),
    ]);
    return { totalCount: total?.events ?? 0, kinds: rows.map((row) => ({ ...row, remedy: REMEDIES[row.code] ?? REPORT })) };
  }

  /** The time stands in the row among the events, which only those have that could be read. */
  private rows(size: number): Promise<Row[]> {
    const place = sql`(ingested_at, partition, position)`;
    return this.reading.store.query<Row>(sql`
      SELECT nullIf(source_name, '') AS source, nullIf(type_name, '') AS type, code_name AS code, reason, events, newest.2 AS partition, newest.3 AS position,
        if(toUnixTimestamp64Milli(newest.1) = 0, NULL, newest.1) AS ingestedAt
      FROM (
        SELECT toString(l.source) AS source_name, toString(l.type) AS type_name, toString(l.code) AS code_name, l.reason AS reason, count() AS events, max(${place}) AS newest
        FROM ${table('dead_letters')} AS l
        LEFT JOIN (
          SELECT partition, position, ingested_at FROM ${table('events')} WHERE (partition, position) IN (SELECT partition, position FROM ${table('dead_letters')})
        ) AS e USING (partition, position)
        GROUP BY source_name, type_name, code_name, reason)
      ORDER BY newest DESC, source_name, type_name, code_name, reason LIMIT ${size}`);
  }
}
