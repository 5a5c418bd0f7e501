import { sql, type Sql } from '@plumbline/analytics-store';
import { withPeerLimit } from '../../sql/baseline-sql';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { SUBJECT, factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { TrendDeclaration } from './declaration';

const DAY_MILLISECONDS = 86_400_000;

/** The present window exceeds the one before it, raw and per unit of exposure, and the peers as well. */
export function trendSql(context: TwinContext, measure: TrendDeclaration): Sql {
  const { pattern, settings, within, leastIntensityMilli } = context;
  const facts = sql`
    SELECT *, min(t) OVER (PARTITION BY ${SUBJECT}) AS known_from FROM (${factsSql(context, measure.of, measure.exposure)})`;
  const counted = (suffix: Sql) => [
    { name: sql`facts_${suffix}`, of: sql`kind = ${measure.of}` },
    { name: sql`exposure_${suffix}`, of: sql`kind = ${measure.exposure}` },
  ];
  const present = windowSums(facts, counted(sql`now`), sql`t - ${within}`);
  const both = sql`
    SELECT * EXCEPT (facts_both, exposure_both), facts_both - facts_now AS facts_before, exposure_both - exposure_now AS exposure_before
    FROM (${windowSums(present, counted(sql`both`), sql`t - ${2 * within}`)})`;
  const ratio = settings.milli(measure.ratio);
  const history = Math.round(settings.number(measure.history) * DAY_MILLISECONDS);
  const judged = sql`
    SELECT *, kind = ${measure.of} AND known_from <= t - ${history} AND facts_before > 0 AND facts_now * 1000 >= ${ratio} * facts_before
      AND exposure_now > 0 AND exposure_before > 0
      AND facts_now * exposure_before * 1000 >= ${ratio} * facts_before * exposure_now
      AND intDiv(facts_now * 1000, greatest(facts_before, 1)) >= ${leastIntensityMilli}
      AND facts_now * 1000 > peer_limit AS holds
    FROM (${withPeerLimit(both, measure.peers.metric, settings.number(measure.peers.atLeast))})`;
  return episodesSql(pattern.id, judged, within);
}
