import type { MeasureFold, PatternModel, SubjectFacts } from '../../engine/model';
import { localTime, startOfLocalDay } from '@plumbline/kernel';
import type { MissingCompanionDeclaration } from './declaration';

/** Holds at a fact up to the end of whose local day there is none of the companions. */
export function missingCompanionFold(pattern: PatternModel, measure: MissingCompanionDeclaration): MeasureFold {
  const judged = pattern.kindOf(measure.of);
  const { surroundings } = pattern.context;
  return {
    judges: (kind) => kind === judged,
    // A visit later on the same day speaks for an order before it.
    looksAhead: (kind) => kind !== judged,
    judge: (subject, at, inForce) => {
      const time = subject.time(at);
      const zone = surroundings.zoneAt(subject.clinician, time);
      const endOfDay = startOfLocalDay(localTime(time, zone).day + 1, zone);
      const companion = firstCompanion(subject, judged);
      if (companion !== -1 && subject.time(companion) < endOfDay) return;
      const window = subject.window(0, at, inForce.within);
      const number = (window.counts[judged] ?? 0) * 1_000;
      const rank = pattern.bandFor(inForce, number);
      if (rank >= 0) subject.hold(at, rank, number, at, inForce.within);
    },
    isEvidence: (kind) => kind === judged,
    figures: (_subject, episode) => ({
      values: {},
      comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: 1_000 }],
    }),
  };
}

function firstCompanion(subject: SubjectFacts, judged: number): number {
  return subject.firstOf((kind) => kind !== judged);
}
