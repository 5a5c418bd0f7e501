import table from './controlled-substances.json';
import type { JsonObject } from '../core/parse-json';
import { extensionOf, textAt, type Coding } from './reader';

export interface KnownSchedule {
  readonly schedule: string;
  /** The table that says so. */
  readonly scheduleSource?: string;
}

const SCHEDULE_EXTENSION = 'urn:plumbline:schedule';
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
/** What was looked up one by one stands over what was derived. */
const byCode = new Map([
  ...table.derived.flatMap(({ schedule, source, codes }) =>
    codes.map((code): [string, KnownSchedule] => [`${RXNORM}|${String(code)}`, { schedule, scheduleSource: source }]),
  ),
  ...table.entries.map(({ system, code, schedule, source }): [string, KnownSchedule] => [
    `${system}|${code}`,
    { schedule, scheduleSource: source },
  ]),
]);

/** What the source itself states; it is trusted before any table. */
export function statedSchedule(resource: JsonObject): KnownSchedule | undefined {
  const schedule = textAt(extensionOf(resource, SCHEDULE_EXTENSION), 'valueCode');
  return schedule === undefined ? undefined : { schedule, scheduleSource: 'stated by the source' };
}

/** The schedule under the US Controlled Substances Act of the first coding that the table knows; a code that it lacks is unknown and not "not controlled". */
export function scheduleOf(codings: readonly Coding[]): KnownSchedule {
  for (const { system, code } of codings) {
    const known = byCode.get(`${system ?? ''}|${code ?? ''}`);
    if (known !== undefined) return known;
  }
  return { schedule: 'unknown' };
}
