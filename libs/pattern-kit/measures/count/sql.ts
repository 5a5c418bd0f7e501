import { sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { CountDeclaration } from './declaration';

/** The window up to a fact has at least so many. */
export function countSql(context: TwinContext, measure: CountDeclaration): Sql {
  const { pattern, settings, within, leastIntensityMilli } = context;
  const leastMilli = Math.max(settings.milli(measure.atLeast), leastIntensityMilli);
  const facts = windowSums(factsSql(context, measure.of), [{ name: sql`number`, of: sql`1` }], sql`t - ${within}`);
  return episodesSql(pattern.id, sql`SELECT *, number * 1000 >= ${leastMilli} AS holds FROM (${facts})`, within);
}
