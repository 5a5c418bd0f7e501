import { undeterminedRank, type InForce, type MeasureFold, type PatternModel, type SubjectFacts } from '../../engine/model';
import { isoDate, localTime } from '@plumbline/kernel';
import { formatNight } from '../../engine/date-words';
import { peerComparison } from '../peer-comparison';
import { perPolicy } from '../per-policy';
import type { WeightedCountDeclaration } from './declaration';

const ONE = 1_000;

/** Holds while the weighted count of the window reaches the threshold and exceeds the peers. */
export function weightedCountFold(pattern: PatternModel, measure: WeightedCountDeclaration): MeasureFold {
  const { context, labels } = pattern;
  const { rows, texts, surroundings } = context;
  const kind = pattern.kindOf(measure.of);
  const slots = new Map(pattern.fact(kind).from.map(({ type }) => [context.types.number(type), context.slot(type, measure.channel)]));
  const noPeers = labels.code('no-peers', 'too few peers have a baseline');
  const settingsOf = perPolicy(({ settings }) => ({
    atLeastMilli: settings.milli(measure.atLeast),
    nightFrom: settings.minutes(measure.nightly.from),
    nightTo: settings.minutes(measure.nightly.to),
    nightMilli: settings.milli(measure.nightly.times),
    minimumPeers: settings.number(measure.peers.atLeast),
    thresholdAlone: settings.value(measure.peers.otherwise) === 'threshold-alone',
  }));

  const isNightly = (subject: SubjectFacts, at: number, inForce: InForce): boolean => {
    const { nightFrom, nightTo } = settingsOf(inForce);
    const time = subject.time(at);
    const { minute } = localTime(time, surroundings.zoneOf(subject.clinician, time));
    return nightFrom <= nightTo ? minute >= nightFrom && minute < nightTo : minute >= nightFrom || minute < nightTo;
  };
  const channelMilli = (subject: SubjectFacts, at: number, inForce: InForce): number => {
    const row = subject.row(at);
    return inForce.view.channelWeightMilli(texts.text(rows.value(row, slots.get(rows.type(row)) ?? 0)));
  };
  const baselineAt = (subject: SubjectFacts, at: number, inForce: InForce) =>
    surroundings.baselineOf(measure.peers.metric, subject.clinician, subject.time(at), settingsOf(inForce).minimumPeers);

  return {
    weighs: true,
    judges: (candidate) => candidate === kind,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const { atLeastMilli, nightMilli, thresholdAlone } = settingsOf(inForce);
      const weight = isNightly(subject, at, inForce) ? nightMilli : ONE;
      subject.weigh(at, weight, Math.round((weight * channelMilli(subject, at, inForce)) / ONE));
      const window = subject.window(0, at, inForce.within);
      if (window.weight < atLeastMilli) return;
      const baseline = baselineAt(subject, at, inForce);
      if (baseline === undefined && !thresholdAlone) subject.setRank(at, undeterminedRank(noPeers));
      else if (baseline === undefined || window.weight > baseline.shrunkPercentile95Milli) {
        const rank = pattern.bandFor(inForce, window.part);
        if (rank >= 0) subject.hold(at, rank, window.weight, window.head, inForce.within);
      }
    },
    isEvidence: (candidate) => candidate === kind,
    figures: (subject, episode, inForce) => {
      const { atLeastMilli, nightMilli, nightFrom, nightTo } = settingsOf(inForce);
      const baseline = baselineAt(subject, episode.peak, inForce);
      const limit = Math.max(atLeastMilli - 1, baseline?.shrunkPercentile95Milli ?? 0);
      const counted = countedAt(subject, episode.peak, inForce.within);
      const nightly = counted.filter((at) => subject.weight(at) === nightMilli && isNightly(subject, at, inForce)).length;
      const peers = peerComparison(baseline, episode.value);
      return {
        values: {
          nightly: nightly === 0 || nightMilli === ONE ? undefined : nightly,
          nightFrom: clock(nightFrom),
          nightTo: clock(nightTo),
          nightTimes: nightMilli / ONE,
          fewer: fewest(
            counted.map((at) => subject.weight(at)),
            episode.value - limit,
          ),
          nightOf: decisiveNight(subject, counted, episode.value - limit, (at) => surroundings.zoneOf(subject.clinician, subject.time(at))),
          ...peers.values,
        },
        comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: atLeastMilli }, ...peers.comparisons],
        caveats: baseline === undefined ? ['too few peers: the threshold alone was used'] : [],
      };
    },
  };
}

function countedAt(subject: SubjectFacts, at: number, within: number): number[] {
  const positions: number[] = [];
  for (let position = at; position >= 0 && subject.time(position) > subject.time(at) - within; position -= 1) {
    if (subject.counts(position)) positions.push(position);
  }
  return positions.reverse();
}

/** How many facts, the heaviest first, must go so that at least `excess` goes with them. */
function fewest(weights: readonly number[], excess: number): number {
  let gone = 0;
  let number = 0;
  for (const weight of [...weights].sort((left, right) => right - left)) {
    if (gone >= excess) break;
    gone += weight;
    number += 1;
  }
  return number;
}

/** The one night (noon to noon, local) without whose messages the rule would not hold; the latest where several would do. */
function decisiveNight(
  subject: SubjectFacts,
  counted: readonly number[],
  excess: number,
  zoneOf: (position: number) => string,
): string | undefined {
  const byNight = new Map<string, number>();
  for (const position of counted) {
    const { day, minute } = localTime(subject.time(position), zoneOf(position));
    const night = isoDate(minute < 720 ? day - 1 : day);
    byNight.set(night, (byNight.get(night) ?? 0) + subject.weight(position));
  }
  const decisive = [...byNight].filter(([, weight]) => weight >= excess).map(([night]) => night);
  const night = decisive.sort().at(-1);
  return night === undefined ? undefined : formatNight(night);
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
