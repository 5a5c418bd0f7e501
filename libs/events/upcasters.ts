import { vocabulary } from './vocabulary';

type Data = Readonly<Record<string, unknown>>;

/** Turns the data of one version of a type into that of the next. Pure, and frozen once released. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly upcast: (data: Data) => Data;
}

/** One entry for each step from a version to the next. A type at version 1 has none. */
export const upcasters: readonly Upcaster[] = [];

const steps = new Map(upcasters.map((step) => [`${step.type}@${String(step.from)}`, step]));
const newest = new Map<string, number>();
for (const definition of vocabulary) newest.set(definition.type, Math.max(newest.get(definition.type) ?? 0, definition.version));

/** The newest version of a type that this build writes, or undefined for a type that it does not know. */
export const newestVersion = (type: string): number | undefined => newest.get(type);

/** Raises data step by step to the newest version. */
export function upcast(type: string, from: number, data: Data): Data {
  let current = data;
  for (let version = from; version < (newest.get(type) ?? from); version += 1) {
    const step = steps.get(`${type}@${String(version)}`);
    if (step === undefined) throw new Error(`no upcaster from ${type} version ${String(version)}`);
    current = step.upcast(current);
  }
  return current;
}
