import { sql, type Sql } from '@plumbline/analytics-store';
import { withPeerLimit } from '../../sql/baseline-sql';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { SUBJECT, factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { TrendDeclaration } from './declaration';
import { trendSettings } from './settings';

/** The present window exceeds the one before it, day by day and per unit of exposure, and the peers as well. */
export function trendSql(context: TwinContext, measure: TrendDeclaration): Sql {
  const { pattern, settings, within, leastIntensityMilli } = context;
  const { ratioMilli, history, minimumPeers, earlier, atLeast, overNow, overBefore } = trendSettings(measure, settings, within);
  const kinds = measure.exposure === undefined ? [measure.of] : [measure.of, measure.exposure];
  const facts = sql`
    SELECT *, min(t) OVER (PARTITION BY ${SUBJECT}) AS known_from FROM (${factsSql(context, ...kinds)})`;
  const counted = (suffix: Sql) => [
    { name: sql`facts_${suffix}`, of: sql`kind = ${measure.of}` },
    { name: sql`exposure_${suffix}`, of: sql`kind != ${measure.of}` },
  ];
  const present = windowSums(facts, counted(sql`now`), sql`t - ${within}`);
  const both = sql`
    SELECT * EXCEPT (facts_both, exposure_both), facts_both - facts_now AS facts_before, exposure_both - exposure_now AS exposure_before
    FROM (${windowSums(present, counted(sql`both`), sql`t - ${within + earlier}`)})`;
  const rises = sql`
    SELECT *, kind = ${measure.of} AND known_from <= t - ${history} AND facts_before > 0 AND facts_now >= ${atLeast}
      AND facts_now * ${overBefore * 1_000} >= ${ratioMilli * overNow} * facts_before
      AND intDiv(facts_now * ${overBefore * 1_000}, greatest(facts_before, 1) * ${overNow}) >= ${leastIntensityMilli} AS rises
    FROM (${both})`;
  const perExposure = sql`exposure_now > 0 AND exposure_before > 0
      AND facts_now * exposure_before * 1000 >= ${ratioMilli} * facts_before * exposure_now`;
  const against = measure.peers === undefined ? rises : withPeerLimit(rises, measure.peers.metric, minimumPeers);
  const judged = sql`
    SELECT *, rises AND ${measure.exposure === undefined ? sql`true` : perExposure}
      AND ${measure.peers === undefined ? sql`true` : sql`facts_now * 1000 > peer_limit`} AS holds
    FROM (${against})`;
  return episodesSql(pattern.id, judged, within);
}
