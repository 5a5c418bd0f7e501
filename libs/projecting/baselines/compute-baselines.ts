import type { AnalyticsStore } from '@plumbline/analytics-store';
import { peerBaselineComputed, storedEvent, type PeerBaselineComputed, type StoredEvent } from '@plumbline/events';
import { isoDate, localTime, startOfLocalDay } from '@plumbline/kernel';
import { peerMetric, type PatternDeclaration, type PeerFigures, type PolicyView } from '@plumbline/pattern-kit';

export interface BaselineRange {
  /** UTC milliseconds; figures are computed for every Monday of the institution from the one at or after `from` to the last at or before `to`. */
  readonly from: number;
  readonly to: number;
  /** The policy under which facts are counted, and all declared patterns. */
  readonly policy: PolicyView;
  readonly patterns: readonly PatternDeclaration[];
  /** Only these metrics; all that a pattern asks for where absent. */
  readonly metrics?: readonly string[];
  /** Our time, UTC milliseconds. */
  readonly computedAt: number;
}

const SOURCE = 'plumbline/baselines';
const DAYS_A_WEEK = 7;
/** Windows of one query: a fact is repeated once for each window that it lies in. */
const DATES_A_QUERY = 26;

/**
 * Peer baselines from the analytics store, as events for the caller to append. An event's id names metric, group and date: computing
 * again gives a repeat and never a second event, and the figures that were used first stay the ones that every replay uses.
 */
export async function computeBaselines(store: AnalyticsStore, range: BaselineRange): Promise<StoredEvent[]> {
  const { policy, patterns, metrics } = range;
  const mondays = mondaysOf(range);
  const events: StoredEvent[] = [];
  for (const pattern of patterns) {
    const metric = peerMetric(pattern, policy);
    if (metric === undefined || metrics?.includes(metric.metric) === false) continue;
    for (let first = 0; first < mondays.length; first += DATES_A_QUERY) {
      const dates = mondays.slice(first, first + DATES_A_QUERY);
      const figures = await store.query(metric.figuresAt(dates));
      events.push(...figures.map((row) => eventOf(metric.metric, metric.windowDays, row, range)));
    }
  }
  return events;
}

/** The first instants of the Mondays. */
function mondaysOf({ from, to, policy }: BaselineRange): readonly number[] {
  const first = localTime(from, policy.zone);
  const mondays: number[] = [];
  let day = first.day + ((8 - first.weekday) % DAYS_A_WEEK);
  if (startOfLocalDay(day, policy.zone) < from) day += DAYS_A_WEEK;
  for (; startOfLocalDay(day, policy.zone) <= to; day += DAYS_A_WEEK) mondays.push(startOfLocalDay(day, policy.zone));
  return mondays;
}

function eventOf(metric: string, windowDays: number, figures: PeerFigures, { policy, computedAt }: BaselineRange): StoredEvent {
  const { effective, specialty, site, peers } = figures;
  const effectiveFrom = isoDate(localTime(effective, policy.zone).day);
  return storedEvent<PeerBaselineComputed>(peerBaselineComputed, {
    id: [metric, specialty, site, effectiveFrom].join('/'),
    source: SOURCE,
    occurred: { instant: effective, precision: 'day', zone: policy.zone },
    recordedAt: effective,
    ingestedAt: computedAt,
    data: {
      metric,
      specialty,
      site,
      effectiveFrom,
      windowDays,
      peers,
      medianMilli: figures.median_milli,
      percentile95Milli: figures.percentile95_milli,
      shrunkPercentile95Milli: figures.shrunk_percentile95_milli,
    },
  });
}
