import { joinSql, sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { SingleFactDeclaration } from './declaration';

/** Every fact that a rule names, unless it comes after one that the rule yields to. */
export function singleFactSql(context: TwinContext, { rules }: SingleFactDeclaration): Sql {
  const kinds = [...new Set(rules.flatMap(({ of, notAfter }) => (notAfter === undefined ? [of] : [of, notAfter])))];
  const yielding = rules.flatMap(({ of, notAfter }) => (notAfter === undefined ? [] : [{ of, notAfter }]));
  const summands = yielding.map(({ notAfter }, index) => ({ name: sql`leaders_${ordinal(index)}`, of: sql`kind = ${notAfter}` }));
  const facts = factsSql(context, ...kinds);
  const yields = yielding.map(({ of }, index) => sql`(kind = ${of} AND leaders_${ordinal(index)} > 0)`);
  const judged = sql`
    SELECT *, has(${rules.map(({ of }) => of)}, kind) ${yields.length === 0 ? sql`` : sql`AND NOT (${joinSql(yields, ' OR ')})`} AS holds
    FROM (${summands.length === 0 ? facts : windowSums(facts, summands, sql`t - ${context.within}`)})`;
  return episodesSql(context.pattern.id, judged, context.within);
}

/** Names a column; a rule has its own. */
function ordinal(index: number): Sql {
  const names = [sql`a`, sql`b`, sql`c`, sql`d`];
  const name = names[index];
  if (name === undefined) throw new RangeError('a single-fact measure has at most four rules that yield');
  return name;
}
