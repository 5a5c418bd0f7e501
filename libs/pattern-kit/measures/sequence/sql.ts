import { sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { SequenceDeclaration } from './declaration';

/** A fact counts itself and those before it that held: it begins with one, and a band that asks for more is never reached. */
const FIRST_INTENSITY_MILLI = 1_000;

/** A fact of the second kind with one of the first before it in the window. */
export function sequenceSql(context: TwinContext, { first, then }: SequenceDeclaration): Sql {
  const { pattern, within, leastIntensityMilli } = context;
  const facts = windowSums(factsSql(context, first, then), [{ name: sql`leaders`, of: sql`kind = ${first}` }], sql`t - ${within}`);
  const reachable = leastIntensityMilli <= FIRST_INTENSITY_MILLI;
  return episodesSql(pattern.id, sql`SELECT *, kind = ${then} AND leaders > 0 AND ${reachable} AS holds FROM (${facts})`, within);
}
