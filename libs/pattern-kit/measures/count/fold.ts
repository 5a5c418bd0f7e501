import type { MeasureFold, PatternModel } from '../../engine/model';
import { perPolicy } from '../per-policy';
import type { CountDeclaration } from './declaration';

/** Holds while the window up to a fact has at least so many. */
export function countFold(pattern: PatternModel, measure: CountDeclaration): MeasureFold {
  const atLeastOf = perPolicy(({ settings }) => settings.number(measure.atLeast));
  const kind = pattern.kindOf(measure.of);
  return {
    weighs: false,
    judges: (candidate) => candidate === kind,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const window = subject.window(0, at, inForce.within);
      const number = window.number(kind);
      if (number < atLeastOf(inForce)) return;
      const rank = pattern.bandFor(inForce, number * 1_000);
      if (rank >= 0) subject.hold(at, rank, number * 1_000, window.head, inForce.within);
    },
    isEvidence: (candidate) => candidate === kind,
    figures: (_subject, episode, inForce) => {
      const atLeast = atLeastOf(inForce);
      return {
        values: { fewer: episode.value / 1_000 - atLeast + 1 },
        comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: atLeast * 1_000 }],
      };
    },
  };
}
