import { ProblemError, type Problem } from '@plumbline/kernel';
import type { Condition } from './conditions';
import type { FactDeclaration, PatternDeclaration } from './declaration';
import type { MeasureDeclaration } from './measures/declarations';

/**
 * Declares a risk pattern. Everything else follows from the declaration: fold, SQL twin, fields needed, evidence, sentences, page.
 * @throws ProblemError `pattern.invalid` with every contradiction in the declaration, when the module is loaded.
 */
export function definePattern(declaration: PatternDeclaration): PatternDeclaration {
  const problems = [
    ...missingSettings(declaration),
    ...missingFields(declaration),
    ...missingFacts(declaration),
    ...missingBands(declaration),
  ];
  if (problems.length > 0) throw new ProblemError(problems.map((reason) => invalid(declaration, reason)));
  return declaration;
}

const invalid = (declaration: PatternDeclaration, reason: string): Problem => ({
  code: 'pattern.invalid',
  reason: `Pattern ${declaration.id}: ${reason}.`,
  remedy: 'Correct the declaration in its folder.',
});

/** Every `setting('…')` in the declaration names a declared setting, and every declared setting is used. */
function missingSettings(declaration: PatternDeclaration): string[] {
  const used = new Set<string>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const entry = value as Record<string, unknown>;
    if (typeof entry['setting'] === 'string' && Object.keys(entry).length === 1) used.add(entry['setting']);
    else Object.values(entry).forEach(walk);
  };
  walk(declaration.within);
  walk(declaration.measure);
  return [
    ...[...used].filter((name) => !(name in declaration.settings)).map((name) => `the setting ${name} is used and not declared`),
    ...Object.keys(declaration.settings)
      .filter((name) => !used.has(name))
      .map((name) => `the setting ${name} is declared and not used`),
  ];
}

const conditionsOf = (fact: FactDeclaration): readonly Condition[] => [
  ...fact.when,
  ...Object.values(fact.unless ?? {}),
  ...(fact.standsAlone === undefined ? [] : [fact.standsAlone]),
];

/** Every field that a condition names exists in every event type of its fact. */
function missingFields(declaration: PatternDeclaration): string[] {
  return Object.entries(declaration.facts).flatMap(([name, fact]) =>
    conditionsOf(fact).flatMap((condition) =>
      'field' in condition
        ? fact.from
            .filter((definition) => !(condition.field in definition.fields))
            .map((definition) => `fact ${name} asks for ${condition.field}, which ${definition.type} does not have`)
        : [],
    ),
  );
}

/** Names of the facts that a measure speaks of. */
export function factsOfMeasure(measure: MeasureDeclaration): readonly string[] {
  switch (measure.measure) {
    case 'single-fact':
      return measure.rules.flatMap((rule) => [rule.of, ...(rule.notAfter === undefined ? [] : [rule.notAfter])]);
    case 'sequence':
      return [measure.first, measure.then];
    case 'missing-companion':
      return [measure.of, ...measure.companions];
    case 'absence-by-day-end':
      return [measure.of, measure.companion];
    case 'trend':
      return [measure.of, ...(measure.exposure === undefined ? [] : [measure.exposure])];
    case 'registry-match':
      return [measure.of, measure.registry];
    case 'stage-machine':
      return measure.stages.flatMap((stage) => stage.facts);
    default:
      return [measure.of];
  }
}

function missingFacts(declaration: PatternDeclaration): string[] {
  const named = new Set(factsOfMeasure(declaration.measure));
  return [
    ...[...named].filter((name) => !(name in declaration.facts)).map((name) => `the measure speaks of ${name}, which is no fact`),
    ...Object.keys(declaration.facts)
      .filter((name) => !named.has(name))
      .map((name) => `the fact ${name} is not measured`),
  ];
}

/** Bands that the measure names itself. Where there are none, every band says from which intensity it applies. */
function bandsOfMeasure(measure: MeasureDeclaration): readonly string[] {
  if (measure.measure === 'single-fact') return measure.rules.map((rule) => rule.band);
  if (measure.measure === 'sum') return [measure.above.band, measure.anyOf.band, measure.atLeast.band];
  if (measure.measure === 'registry-match') return [measure.bands.then, measure.bands.otherwise];
  return [];
}

function missingBands(declaration: PatternDeclaration): string[] {
  const declared = new Set(declaration.bands.map((band) => band.band));
  const named = bandsOfMeasure(declaration.measure);
  const unnamed = named.length > 0 ? [] : declaration.bands.filter((band) => band.from === undefined);
  return [
    ...(declaration.bands.length === 0 ? ['there is no band'] : []),
    ...named.filter((band) => !declared.has(band)).map((band) => `the band ${band} is not declared`),
    ...unnamed.map((band) => `the band ${band.band} does not say from where it applies`),
  ];
}
