import { undeterminedRank, type MeasureFold, type PatternModel, type SubjectFacts } from '../../engine/model';
import { peerComparison } from '../peer-comparison';
import { perPolicy } from '../per-policy';
import type { TrendDeclaration } from './declaration';
import { trendSettings } from './settings';

const PRESENT = 0;
const BOTH = 1;
/** Passes when enough of it has been seen, by later facts or by closed days. */
const SHORT_HISTORY = 'the history is shorter than two windows';

/** Holds where the present window exceeds the one before it, day by day and per unit of exposure, and the peers as well. */
export function trendFold(pattern: PatternModel, measure: TrendDeclaration): MeasureFold {
  const judged = pattern.kindOf(measure.of);
  const exposure = measure.exposure === undefined ? -1 : pattern.kindOf(measure.exposure);
  const { labels, context } = pattern;
  const shortHistory = labels.code('short-history', SHORT_HISTORY);
  const noExposure = labels.code('no-visits', 'no visits are known in one of the two windows');
  const noPeers = labels.code('no-peers', 'too few peers have a baseline');
  const settingsOf = perPolicy(({ settings, within }) => trendSettings(measure, settings, within));

  const countsAt = (subject: SubjectFacts, at: number, within: number, earlier: number) => {
    const present = subject.window(PRESENT, at, within);
    const both = subject.window(BOTH, at, within + earlier);
    const now = present.number(judged);
    const visits = exposure === -1 ? 0 : present.number(exposure);
    const visitsBefore = exposure === -1 ? 0 : both.number(exposure) - visits;
    return { now, before: both.number(judged) - now, visits, visitsBefore, head: present.head };
  };
  const baselineAt = (subject: SubjectFacts, at: number, minimumPeers: number) =>
    measure.peers && context.surroundings.baselineOf(measure.peers.metric, subject.clinician, subject.time(at), minimumPeers);

  return {
    weighs: false,
    judges: (kind) => kind === judged,
    reach: (inForce) => inForce.within + settingsOf(inForce).earlier,
    asksForFirst: true,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const { ratioMilli, history, minimumPeers, earlier, atLeast, overNow, overBefore } = settingsOf(inForce);
      const { now, before, visits, visitsBefore, head } = countsAt(subject, at, inForce.within, earlier);
      if (now < atLeast) return;
      const rise = now * overBefore * 1_000;
      if (firstCounting(subject) > subject.time(at) - history) {
        // With a window that is cut short every start would look like a rise; only what looks like one is worth a word.
        if (rise >= ratioMilli * Math.max(before, 1) * overNow) subject.setRank(at, undeterminedRank(shortHistory));
        return;
      }
      if (before === 0 || rise < ratioMilli * before * overNow) return;
      if (exposure !== -1) {
        if (visits === 0 || visitsBefore === 0) {
          subject.setRank(at, undeterminedRank(noExposure));
          return;
        }
        if (now * visitsBefore * 1_000 < ratioMilli * before * visits) return;
      }
      if (measure.peers !== undefined) {
        const baseline = baselineAt(subject, at, minimumPeers);
        if (baseline === undefined) {
          subject.setRank(at, undeterminedRank(noPeers));
          return;
        }
        if (now * 1_000 <= baseline.shrunkPercentile95Milli) return;
      }
      const intensity = Math.floor(rise / (before * overNow));
      const rank = pattern.bandFor(inForce, intensity);
      if (rank >= 0) subject.hold(at, rank, intensity, head, inForce.within);
    },
    isEvidence: (kind) => kind === judged,
    hasPassed: (subject, because) => {
      if (because !== SHORT_HISTORY) return false;
      const now = Math.max(subject.time(subject.length - 1), context.surroundings.closedUntil);
      const inForce = pattern.inForce(now);
      return inForce !== null && inForce !== undefined && firstCounting(subject) <= now - settingsOf(inForce).history;
    },
    figures: (subject, episode, inForce) => {
      const { ratioMilli, minimumPeers, earlier, atLeast, overNow, overBefore } = settingsOf(inForce);
      const { now, before, visits, visitsBefore } = countsAt(subject, episode.peak, inForce.within, earlier);
      const baseline = baselineAt(subject, episode.peak, minimumPeers);
      const peers = peerComparison(baseline, now * 1_000);
      const enough = [atLeast, Math.ceil((ratioMilli * before * overNow) / (1_000 * overBefore))];
      if (baseline !== undefined) enough.push(Math.floor(baseline.shrunkPercentile95Milli / 1_000) + 1);
      if (exposure !== -1) enough.push(Math.ceil((ratioMilli * before * visits) / (1_000 * visitsBefore)));
      const ratioMilliNow = Math.floor((now * overBefore * 1_000) / (before * overNow));
      return {
        values: {
          number: now,
          before,
          ratio: times(now * overBefore, before * overNow),
          ...(exposure === -1 ? {} : { visits, visitsBefore, perVisit: times(now * visitsBefore, before * visits) }),
          fewer: now - Math.max(...enough) + 1,
          ...peers.values,
        },
        comparisons: [{ against: 'own-past', valueMilli: ratioMilliNow, limitMilli: ratioMilli }, ...peers.comparisons],
      };
    },
  };
}

function firstCounting(subject: SubjectFacts): number {
  let position = 0;
  while (!subject.counts(position)) position += 1;
  return subject.time(position);
}

/** A ratio with one decimal, cut and not rounded, so that it never claims more than was measured. */
const times = (over: number, under: number): string => (Math.floor((over * 10) / under) / 10).toFixed(1);
