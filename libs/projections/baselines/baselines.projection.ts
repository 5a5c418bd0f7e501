import { peerBaselineComputed, type PeerBaselineComputed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { RECORD_COLUMNS, recordOf } from '../row';

/** How a measure is distributed among peers, from a date on. */
export const baselinesProjection = defineProjection({
  table: 'baselines',
  version: 1,
  source: 'events',
  types: [peerBaselineComputed.type],
  columns: [
    'metric',
    'specialty',
    'site',
    'effective_from',
    'window_days',
    'peers',
    'median_milli',
    'percentile95_milli',
    'shrunk_percentile95_milli',
    ...RECORD_COLUMNS,
  ],
  values(logged) {
    const data = logged.event.data as PeerBaselineComputed;
    return {
      metric: data.metric,
      specialty: data.specialty,
      site: data.site,
      effective_from: data.effectiveFrom,
      window_days: data.windowDays,
      peers: data.peers,
      median_milli: data.medianMilli,
      percentile95_milli: data.percentile95Milli,
      shrunk_percentile95_milli: data.shrunkPercentile95Milli,
      ...recordOf(logged),
    };
  },
});
