import { instant, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { DAY } from '@plumbline/kernel';
import { directory } from '../clinicians/directory';
import { decodeCursor, lazyConnection, pageSize, totalOf, type LazyConnection } from '../common/paging';
import { inScope, knownBy, Reading } from '../common/reading';
import { superseded } from '../common/superseded';
import type { Gift, GiftFilter } from '../schema.generated';
import { giftColumns, giftId, giftOf, giftState, type StoredGiftRow } from './gift-row';

interface GiftPage {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: number | undefined;
}

/** An entry that a page shows, and whose gifts its running total is made of. */
interface Key {
  readonly id: string;
  readonly position: number;
  readonly clinician: string;
  readonly donor: string;
  readonly milliseconds: number;
  readonly total: number;
}

/** The rolling window of a giver's total. */
const WINDOW_SECONDS = 365 * 24 * 3_600;
/** Entries of this long before the oldest of a page can be part of a total on it; a day more, because totals are cut by the second. */
const WINDOW = 366 * DAY;

export class GiftRepository {
  constructor(private readonly reading: Reading) {}

  /**
   * Register entries in their newest versions, newest first, each with what its giver gave in the 12 months up to it. First the keys of the
   * page and the number of all, from the columns that filter and sort, then what is shown of them: totals are summed for givers on the page only.
   */
  async page(viewer: Viewer, filter: GiftFilter, { first, after, asOf }: GiftPage): Promise<LazyConnection<Gift>> {
    const size = pageSize(first, 50);
    const from = decodeCursor(after, 'number');
    const at = asOf ?? this.reading.clock.now();
    const beyond = from === undefined ? sql`true` : sql`(milliseconds, id) < (${from[0]}, ${from[1]})`;
    const keys = await this.reading.store.query<Key>(sql`
      SELECT * FROM (
        SELECT ${giftId} AS id, position, clinician, donor, toUnixTimestamp64Milli(occurred_at) AS milliseconds, count() OVER () AS total
        FROM (${this.entries(viewer, filter, at, asOf)}))
      WHERE ${beyond} ORDER BY milliseconds DESC, id DESC LIMIT ${size + 1}`);
    return lazyConnection(
      keys,
      size,
      await totalOf(keys, after, () => this.page(viewer, filter, { first: 1, asOf })),
      ({ milliseconds, id }) => [milliseconds, id],
      (shown) => this.rows(shown, at, asOf),
    );
  }

  /** Newest versions that a filter lets through, of clinicians in the viewer's departments. */
  private entries(viewer: Viewer, filter: GiftFilter, at: number, asOf: number | undefined): Sql {
    const known = knownBy(sql`recorded_at`, asOf);
    const inDepartments = (which: Sql): Sql => sql`clinician IN (SELECT clinician FROM (${directory(at, asOf)}) WHERE ${which})`;
    const amended = sql`(source, record_id) IN (${superseded('gifts', known, sql`source, record_id`)})`;
    const { departments, states } = filter;
    return sql`
      SELECT partition, position, clinician, donor, occurred_at FROM ${table('gifts')}
      WHERE ${known} AND (partition, position) NOT IN (${superseded('gifts', known)}) AND ${condition(filter)}
        AND ${viewer.departments === 'all' ? sql`true` : inDepartments(inScope(viewer))}
        AND ${departments ? inDepartments(sql`has(${departments}, department)`) : sql`true`}
        AND ${states ? sql`has(${states}, ${giftState(amended)})` : sql`true`}`;
  }

  /** The rows of keys that were found within the viewer's scope just now. All that a giver gave one clinician lies in that scope with them. */
  private async rows(keys: readonly Key[], at: number, asOf: number | undefined): Promise<readonly Gift[]> {
    if (keys.length === 0) return [];
    const times = keys.map(({ milliseconds }) => milliseconds);
    const known = knownBy(sql`recorded_at`, asOf);
    const givers = sql`
      clinician IN ${among(keys.map(({ clinician }) => clinician))} AND donor IN ${among(keys.map(({ donor }) => donor))}
      AND occurred_at > ${instant(Math.min(...times) - WINDOW)} AND occurred_at < ${instant(Math.max(...times) + DAY)}`;
    // Another partition may have an entry at one of these positions; nobody asks for what is found of it.
    const positions = typed(
      'Array(UInt64)',
      keys.map(({ position }) => position),
    );
    const rows = await this.reading.store.query<StoredGiftRow>(sql`
      SELECT ${giftColumns} FROM (
        SELECT *, sum(if(type != 'gifts.withdrawn' AND retracted = 0 AND acceptance = 'accepted', minor, 0)) OVER (
            PARTITION BY clinician, donor, currency ORDER BY toUnixTimestamp(occurred_at) RANGE BETWEEN ${typed('UInt32', WINDOW_SECONDS)} PRECEDING AND CURRENT ROW) AS running_minor
        FROM (
          SELECT *, count() OVER (PARTITION BY source, record_id) AS versions FROM ${table('gifts')}
          WHERE ${known} AND record IN (SELECT record FROM ${table('gifts')} WHERE ${known} AND ${givers})
          ORDER BY record_version DESC, source DESC, id DESC LIMIT 1 BY source, record_id)
        WHERE ${givers}) AS gift
      LEFT ANY JOIN (SELECT clinician AS placed, department, specialty, site FROM (${directory(at, asOf)})) AS place ON gift.clinician = place.placed
      WHERE position IN ${positions}`);
    return rows.map(giftOf);
  }
}

const among = (values: readonly string[]): Sql => typed('Array(String)', [...new Set(values)]);

function condition({ clinician, donor, from, to }: GiftFilter): Sql {
  return sql`
    ${typeof clinician === 'string' ? sql`clinician = ${clinician}` : sql`true`} AND ${typeof donor === 'string' ? sql`donor = ${donor}` : sql`true`}
    AND ${typeof from === 'string' ? sql`occurred_at >= ${instant(Date.parse(from))}` : sql`true`}
    AND ${typeof to === 'string' ? sql`occurred_at < ${instant(Date.parse(to))}` : sql`true`}`;
}
