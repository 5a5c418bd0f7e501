import { ProblemError, type Problem } from '@plumbline/kernel';
import type { ConfigurationOf, Environment, Settings } from './setting';

/** A condition over several settings, such as "outside demonstration an issuer is needed". Returns the problems that it finds. */
export type ConfigurationRule<Configuration> = (configuration: Configuration) => readonly Problem[];

interface ReadOptions<Configuration> {
  readonly rules?: readonly ConfigurationRule<Configuration>[];
  /** Variables beginning so and belonging to no setting are problems: a misspelt name must not be ignored in silence. */
  readonly prefix?: string;
  /** Variables with the prefix that somebody else reads. */
  readonly otherVariables?: readonly string[];
}

/**
 * Reads settings from the environment.
 * @throws ProblemError with every problem at once, so that a wrong configuration is mended in one go. Values are never repeated in it.
 */
export function readConfiguration<S extends Settings>(
  environment: Environment,
  settings: S,
  options: ReadOptions<ConfigurationOf<S>> = {},
): ConfigurationOf<S> {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const text = environment[setting.variable]?.trim();
    if (text === undefined || text === '') {
      if (setting.fallback !== undefined) values[name] = setting.fallback();
      else problems.push(missing(setting.variable, setting.describes));
      continue;
    }
    const parsed = setting.parse(text);
    if (parsed.ok) values[name] = parsed.value;
    else problems.push({ code: 'configuration.invalid', place: setting.variable, ...parsed.failure });
  }
  problems.push(...unknownVariables(environment, settings, options));
  const complete = Object.keys(settings).every((name) => name in values);
  // Rules look at several settings at once; they are asked only where all of those could be read.
  if (complete) for (const rule of options.rules ?? []) problems.push(...rule(values as ConfigurationOf<S>));
  if (problems.length > 0) throw new ProblemError(problems);
  return values as ConfigurationOf<S>;
}

function missing(variable: string, describes: string): Problem {
  return {
    code: 'configuration.missing',
    place: variable,
    reason: `${variable} is not set: ${describes}.`,
    remedy: `Set ${variable} in the environment.`,
  };
}

function unknownVariables(
  environment: Environment,
  settings: Settings,
  options: { readonly prefix?: string; readonly otherVariables?: readonly string[] },
): readonly Problem[] {
  const { prefix } = options;
  if (prefix === undefined) return [];
  const known = new Set([...Object.values(settings).map((setting) => setting.variable), ...(options.otherVariables ?? [])]);
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(prefix) && !known.has(variable))
    .map((variable) => {
      const near = nearest(variable, known);
      return {
        code: 'configuration.unknown' as const,
        place: variable,
        reason: `${variable} is no setting of this program.`,
        remedy: near === undefined ? 'Remove it from the environment.' : `Did you mean ${near}?`,
      };
    });
}

/** The known name that differs in the fewest letters, if it differs in at most three. */
function nearest(word: string, known: ReadonlySet<string>): string | undefined {
  const ranked = [...known].map((name) => ({ name, distance: distance(word, name) })).sort((left, right) => left.distance - right.distance);
  return ranked[0] !== undefined && ranked[0].distance <= 3 ? ranked[0].name : undefined;
}

/** Levenshtein's distance, one row at a time. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(left).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(right).entries()) {
      const substituted = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
