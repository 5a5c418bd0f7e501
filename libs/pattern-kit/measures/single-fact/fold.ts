import type { MeasureFold, PatternModel } from '../../engine/model';
import type { SingleFactDeclaration } from './declaration';

/** Holds at every fact that a rule names, unless it comes after one that the rule yields to. */
export function singleFactFold(pattern: PatternModel, measure: SingleFactDeclaration): MeasureFold {
  const rules = new Map(
    measure.rules.map((rule) => [
      pattern.kindOf(rule.of),
      { rank: pattern.bandIndex(rule.band), yieldsTo: rule.notAfter === undefined ? -1 : pattern.kindOf(rule.notAfter) },
    ]),
  );
  return {
    weighs: false,
    judges: (kind) => rules.has(kind),
    looksAhead: () => false,
    judge: (subject, at, { within }) => {
      const kind = subject.kind(at);
      const rule = rules.get(kind);
      if (rule === undefined) return;
      const window = subject.window(0, at, within);
      if (rule.yieldsTo !== -1 && window.number(rule.yieldsTo) > 0) return;
      subject.hold(at, rule.rank, window.number(kind) * 1_000, window.head, within);
    },
    isEvidence: (kind, episode) => kind === episode.kind,
    figures: (_subject, episode) => ({
      values: {},
      comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: 1_000 }],
    }),
  };
}
