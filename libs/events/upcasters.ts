import type { EventDefinition } from './define';
import { vocabulary } from './vocabulary';

type Data = Readonly<Record<string, unknown>>;

/** Turns the data of one version of a type into that of the next. Pure, and frozen once released. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly upcast: (data: Data) => Data;
}

export interface Upcasting {
  /** The newest version of a type that this build writes, or undefined for a type that it does not know. */
  readonly newestVersion: (type: string) => number | undefined;
  /** Raises data step by step from a version to the newest. */
  readonly upcast: (type: string, from: number, data: Data) => Data;
}

/**
 * Joins the steps to chains. Throws a RangeError where a version between the first and the newest of a type has no step to the
 * next: a log with such events could not be read, so the build must not start.
 */
export function createUpcasting(definitions: readonly EventDefinition[], steps: readonly Upcaster[]): Upcasting {
  const newest = new Map<string, number>();
  for (const { type, version } of definitions) newest.set(type, Math.max(newest.get(type) ?? 0, version));
  const chain = new Map(steps.map((step) => [`${step.type}@${step.from}`, step.upcast]));
  for (const [type, version] of newest) {
    for (let from = 1; from < version; from += 1) {
      if (!chain.has(`${type}@${from}`)) throw new RangeError(`no upcaster from ${type} version ${from}`);
    }
  }
  return {
    newestVersion: (type) => newest.get(type),
    upcast(type, from, data) {
      let current = data;
      for (let version = from; version < (newest.get(type) ?? from); version += 1)
        current = chain.get(`${type}@${version}`)?.(current) ?? current;
      return current;
    },
  };
}

/** One entry for each step from a version to the next; every type of the vocabulary is still at its first version. */
const upcasters: readonly Upcaster[] = [];

export const { newestVersion, upcast } = createUpcasting(vocabulary, upcasters);
