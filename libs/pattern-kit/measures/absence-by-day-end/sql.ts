import { sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { SUBJECT, factsSql } from '../../sql/facts-sql';
import { withDayEnd } from '../../sql/local-time-sql';
import { closedUntil } from '../../sql/rows-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { AbsenceByDayEndDeclaration } from './declaration';

/** Judged at the last fact of every closed local day, over the window that ends with the day; it holds from the day's end on. */
export function absenceByDayEndSql(context: TwinContext, measure: AbsenceByDayEndDeclaration): Sql {
  const { pattern, settings, within, leastIntensityMilli } = context;
  const documented = sql`SELECT ${SUBJECT}, day_end FROM (${withDayEnd(factsSql(context, measure.companion))})`;
  const facts = sql`
    SELECT *, (${SUBJECT}, day_end) NOT IN (${documented}) AS alone,
      leadInFrame(day_end, 1, 0) OVER (PARTITION BY ${SUBJECT} ORDER BY t, key ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) != day_end AS is_last
    FROM (${withDayEnd(factsSql(context, measure.of))})`;
  const counted = windowSums(
    facts,
    [
      { name: sql`contacts`, of: sql`1` },
      { name: sql`alone_contacts`, of: sql`alone` },
    ],
    sql`day_end - ${within}`,
  );
  const judged = sql`
    SELECT *, contacts * 1000 >= ${settings.milli(measure.atLeast)}
      AND alone_contacts * 100000 >= ${settings.milli(measure.share)} * contacts
      AND alone_contacts * 1000 >= ${leastIntensityMilli} AS holds
    FROM (${counted}) WHERE is_last AND day_end <= (${closedUntil()})`;
  return episodesSql(pattern.id, judged, within, sql`day_end`);
}
