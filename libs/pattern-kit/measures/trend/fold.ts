import { undeterminedRank, type MeasureFold, type PatternModel, type SubjectFacts } from '../../engine/model';
import { peerComparison } from '../peer-comparison';
import { perPolicy } from '../per-policy';
import type { TrendDeclaration } from './declaration';

const PRESENT = 0;
const BOTH = 1;

/** Holds where the present window exceeds the one before it, raw and per unit of exposure, and the peers as well. */
export function trendFold(pattern: PatternModel, measure: TrendDeclaration): MeasureFold {
  const judged = pattern.kindOf(measure.of);
  const exposure = pattern.kindOf(measure.exposure);
  const { labels, context } = pattern;
  const shortHistory = labels.code('short-history', 'the history is shorter than two windows');
  const noExposure = labels.code('no-visits', 'no visits are known in one of the two windows');
  const noPeers = labels.code('no-peers', 'too few peers have a baseline');
  const settingsOf = perPolicy(({ settings }) => ({
    ratioMilli: settings.milli(measure.ratio),
    history: settings.number(measure.history) * 86_400_000,
    minimumPeers: settings.number(measure.peers.atLeast),
  }));

  const countsAt = (subject: SubjectFacts, at: number, within: number) => {
    const present = subject.window(PRESENT, at, within);
    const both = subject.window(BOTH, at, 2 * within);
    const now = present.counts[judged] ?? 0;
    const visits = present.counts[exposure] ?? 0;
    const before = (both.counts[judged] ?? 0) - now;
    return { now, before, visits, visitsBefore: (both.counts[exposure] ?? 0) - visits, head: present.head };
  };

  return {
    judges: (kind) => kind === judged,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const { ratioMilli, history, minimumPeers } = settingsOf(inForce);
      const { now, before, visits, visitsBefore, head } = countsAt(subject, at, inForce.within);
      const rises = before > 0 && now * 1_000 >= ratioMilli * before;
      const time = subject.time(at);
      if (firstCounting(subject) > time - history) {
        // With a window that is cut short every start would look like a rise; only what looks like one is worth a word.
        if (now * 1_000 >= ratioMilli * Math.max(before, 1)) subject.setRank(at, undeterminedRank(shortHistory));
        return;
      }
      if (!rises) return;
      if (visits === 0 || visitsBefore === 0) {
        subject.setRank(at, undeterminedRank(noExposure));
        return;
      }
      if (now * visitsBefore * 1_000 < ratioMilli * before * visits) return;
      const baseline = context.surroundings.baselineAt(measure.peers.metric, subject.clinician, time, minimumPeers);
      if (baseline === undefined) {
        subject.setRank(at, undeterminedRank(noPeers));
        return;
      }
      if (now * 1_000 <= baseline.shrunkPercentile95Milli) return;
      const rank = pattern.bandFor(inForce, Math.floor((now * 1_000) / before));
      if (rank >= 0) subject.hold(at, rank, Math.floor((now * 1_000) / before), head, inForce.within);
    },
    isEvidence: (kind) => kind === judged,
    figures: (subject, episode, inForce) => {
      const { ratioMilli, minimumPeers } = settingsOf(inForce);
      const { now, before, visits, visitsBefore } = countsAt(subject, episode.peak, inForce.within);
      const time = subject.time(episode.peak);
      const baseline = context.surroundings.baselineAt(measure.peers.metric, subject.clinician, time, minimumPeers);
      const peers = peerComparison(baseline, now * 1_000);
      const toRatio = now - Math.ceil((ratioMilli * before) / 1_000) + 1;
      const toPeers = baseline === undefined ? toRatio : now - Math.floor(baseline.shrunkPercentile95Milli / 1_000);
      const toVisits = now - Math.ceil((ratioMilli * before * visits) / (1_000 * visitsBefore)) + 1;
      return {
        values: {
          number: now,
          before,
          visits,
          visitsBefore,
          ratio: times(now, before),
          perVisit: times(now * visitsBefore, before * visits),
          fewer: Math.min(toRatio, toPeers, toVisits),
          ...peers.values,
        },
        comparisons: [
          { against: 'own-past', valueMilli: Math.floor((now * 1_000) / before), limitMilli: ratioMilli },
          ...peers.comparisons,
        ],
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
