import { peerBaselineComputed, type PeerBaselineComputed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { referenceRow } from '../row';

/** How a measure is distributed among peers, from a date on. */
export const baselinesProjection = defineProjection({
  table: 'baselines',
  version: 1,
  source: 'events',
  types: [peerBaselineComputed.type],
  row(logged) {
    const data = logged.event.data as PeerBaselineComputed;
    return referenceRow(logged, {
      metric: data.metric,
      specialty: data.specialty,
      site: data.site,
      effective_from: data.effectiveFrom,
      window_days: data.windowDays,
      peers: data.peers,
      median_milli: data.medianMilli,
      percentile95_milli: data.percentile95Milli,
      shrunk_percentile95_milli: data.shrunkPercentile95Milli,
    });
  },
});
