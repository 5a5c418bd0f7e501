import { joinSql, sql, type Sql } from '@plumbline/analytics-store';
import { withPeerLimit } from '../../sql/baseline-sql';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import { minuteOfDay } from '../../sql/local-time-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { WeightedCountDeclaration } from './declaration';

/** A policy that knows no channel weighs it as the heaviest. */
const UNJUDGED_WEIGHT_MILLI = 1_000;

/** Facts with `weight`, how often each counts in thousandths: once, or so many times in the deep night on the clinician's clock. */
export function weighedFacts(context: TwinContext, { of, nightly }: WeightedCountDeclaration): Sql {
  const { settings } = context;
  const from = settings.minutes(nightly.from);
  const to = settings.minutes(nightly.to);
  const minute = minuteOfDay(sql`wall`);
  const night = from <= to ? sql`(${minute} >= ${from} AND ${minute} < ${to})` : sql`(${minute} >= ${from} OR ${minute} < ${to})`;
  return sql`SELECT *, if(${night}, ${settings.milli(nightly.times)}, 1000) AS weight FROM (${factsSql(context, of)})`;
}

/** The weighted count of the window reaches the threshold and exceeds the peers. */
export function weightedCountSql(context: TwinContext, measure: WeightedCountDeclaration): Sql {
  const { pattern, policy, settings, within, leastIntensityMilli } = context;
  const weights = policy.channelWeightsMilli.map(
    ({ channel, weightMilli }) => sql`JSONExtractString(data, ${measure.channel}) = ${channel}, ${weightMilli}`,
  );
  const channelMilli = sql`multiIf(${joinSql(weights, ', ')}, ${UNJUDGED_WEIGHT_MILLI})`;
  const sums = windowSums(
    weighedFacts(context, measure),
    [
      { name: sql`weighted`, of: sql`weight` },
      { name: sql`intensity`, of: sql`intDiv(weight * ${channelMilli} + 500, 1000)` },
    ],
    sql`t - ${within}`,
  );
  const withoutPeers = settings.value(measure.peers.otherwise) === 'threshold-alone';
  const judged = sql`
    SELECT *, weighted >= ${settings.milli(measure.atLeast)} AND intensity >= ${leastIntensityMilli}
      AND ifNull(weighted > peer_limit, ${withoutPeers}) AS holds
    FROM (${withPeerLimit(sums, measure.peers.metric, settings.number(measure.peers.atLeast))})`;
  return episodesSql(pattern.id, judged, within);
}
