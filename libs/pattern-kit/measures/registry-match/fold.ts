import type { MeasureFold, PatternModel } from '../../engine/model';
import { compileCondition } from '../../engine/compile-condition';
import type { RegistryMatchDeclaration } from './declaration';

/** Holds at every fact of a pair that the registry relates, whenever the entry was made. */
export function registryMatchFold(pattern: PatternModel, measure: RegistryMatchDeclaration): MeasureFold {
  const { context, labels } = pattern;
  const judged = pattern.kindOf(measure.of);
  const registry = pattern.kindOf(measure.registry);
  const then = pattern.bandIndex(measure.bands.then);
  const otherwise = pattern.bandIndex(measure.bands.otherwise);
  const tests = new Map(
    pattern.fact(judged).from.map(({ type }) => [context.types.number(type), compileCondition(measure.bands.when, type, context, labels)]),
  );
  const relationType = pattern.fact(registry).from[0]?.type ?? '';
  const relationSlot = context.slot(relationType, measure.relation);
  return {
    weighs: false,
    judges: (kind) => kind === judged,
    looksAhead: (kind) => kind === registry,
    isTimeless: (kind) => kind === registry,
    judge: (subject, at, { within }) => {
      if (subject.ahead === -1) return;
      const window = subject.window(0, at, within);
      const row = subject.row(at);
      const rank = tests.get(context.rows.type(row))?.(row, subject.clinician) === 1 ? then : otherwise;
      subject.hold(at, rank, window.number(judged) * 1_000, window.head, within);
    },
    isEvidence: (kind) => kind === judged || kind === registry,
    figures: (subject, episode) => {
      const relations = new Set<string>();
      let controlled = 0;
      for (let position = 0; position < subject.length; position += 1) {
        const row = subject.row(position);
        if (subject.kind(position) === registry) relations.add(context.texts.text(context.rows.value(row, relationSlot)));
        else if (position >= episode.start && position <= episode.last && subject.rank(position) === then) controlled += 1;
      }
      return {
        values: { relations: [...relations].sort().join(', '), controlled: controlled === 0 ? undefined : controlled },
        comparisons: [{ against: 'threshold', valueMilli: episode.value, limitMilli: 1_000 }],
      };
    },
  };
}
