import { code, date, defineEvent, whole, type EventData } from '../define';

export const peerBaselineComputed = defineEvent(
  'baselines.peer-baseline-computed',
  1,
  'The distribution of a measure among peers was computed from the analytics store.',
  {
    /** The pattern and measure that the figures belong to, such as `repeated-after-hours-contact/busiest-dyad`. */
    metric: code(),
    specialty: code(),
    /** A site, or `*` for the whole institution. */
    site: code(),
    /** The first local date on which the figures hold. */
    effectiveFrom: date(),
    windowDays: whole(1, 3_660),
    peers: whole(),
    /** Whole numbers in the measure's unit times 1,000. */
    medianMilli: whole(),
    percentile95Milli: whole(),
    shrunkPercentile95Milli: whole(),
  },
);

export type PeerBaselineComputed = EventData<typeof peerBaselineComputed>;
