import type { MeasureFold, PatternModel, SubjectFacts } from '../../engine/model';
import { formatDate } from '../../engine/date-words';
import type { SequenceDeclaration } from './declaration';

/** Holds at a fact of the second kind that has one of the first before it in the window. */
export function sequenceFold(pattern: PatternModel, measure: SequenceDeclaration): MeasureFold {
  const first = pattern.kindOf(measure.first);
  const then = pattern.kindOf(measure.then);
  return {
    weighs: false,
    judges: (kind) => kind === then,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const leader = subject.lastOf(first, at, subject.time(at) - inForce.within);
      if (leader === -1) return;
      const number = countAfter(subject, at, subject.time(at) - inForce.within, then);
      const rank = pattern.bandFor(inForce, number * 1_000);
      if (rank >= 0) subject.hold(at, rank, number * 1_000, leader, inForce.within);
    },
    isEvidence: (kind) => kind === first || kind === then,
    figures: (subject, episode) => {
      let leader = episode.peak;
      while (leader > 0 && !(subject.kind(leader) === first && subject.counts(leader))) leader -= 1;
      const time = subject.time(leader);
      return {
        values: {
          number: episode.value / 1_000,
          firstOn: formatDate(time, pattern.context.surroundings.zoneOf(subject.clinician, time)),
        },
        comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: 1_000 }],
      };
    },
  };
}

/** Facts of the second kind up to `at` that follow a first one within the window. */
function countAfter(subject: SubjectFacts, at: number, opens: number, then: number): number {
  let number = 1;
  for (let position = at - 1; position >= 0 && subject.time(position) > opens; position -= 1) {
    if (subject.kind(position) === then && subject.rank(position) >= 0) number += 1;
  }
  return number;
}
