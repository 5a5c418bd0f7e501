import { sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { SUBJECT, factsSql } from '../../sql/facts-sql';
import { withDayEnd } from '../../sql/local-time-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { MissingCompanionDeclaration } from './declaration';

/** A fact up to the end of whose local day there is none of the companions. */
export function missingCompanionSql(context: TwinContext, { of, companions }: MissingCompanionDeclaration): Sql {
  const { pattern, within, leastIntensityMilli } = context;
  const facts = windowSums(factsSql(context, of, ...companions), [{ name: sql`number`, of: sql`kind = ${of}` }], sql`t - ${within}`);
  const judged = sql`
    SELECT *, kind = ${of} AND number * 1000 >= ${leastIntensityMilli}
      AND (countIf(kind != ${of}) OVER whole = 0 OR minIf(t, kind != ${of}) OVER whole >= day_end) AS holds
    FROM (${withDayEnd(facts)})
    WINDOW whole AS (PARTITION BY ${SUBJECT})`;
  return episodesSql(pattern.id, judged, within);
}
