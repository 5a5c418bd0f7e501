import type { MeasureFold, PatternModel } from '../../engine/model';
import { localTime, startOfLocalDay } from '@plumbline/kernel';
import type { MissingCompanionDeclaration } from './declaration';

/** Holds at a fact up to the end of whose local day there is none of the companions. */
export function missingCompanionFold(pattern: PatternModel, measure: MissingCompanionDeclaration): MeasureFold {
  const judged = pattern.kindOf(measure.of);
  const { surroundings } = pattern.context;
  const endOfDay = (clinician: number, time: number): number => {
    const zone = surroundings.zoneOf(clinician, time);
    return startOfLocalDay(localTime(time, zone).day + 1, zone);
  };
  return {
    weighs: false,
    judges: (kind) => kind === judged,
    // A visit later on the same day speaks for an order before it.
    looksAhead: (kind) => kind !== judged,
    judge: (subject, at, inForce) => {
      if (subject.ahead !== -1 && subject.time(subject.ahead) < endOfDay(subject.clinician, subject.time(at))) return;
      const window = subject.window(0, at, inForce.within);
      const number = window.number(judged) * 1_000;
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
