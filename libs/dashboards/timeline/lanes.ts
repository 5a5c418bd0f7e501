import { sql, typed, type Sql } from '@plumbline/analytics-store';
import type { Lane } from '../schema.generated';

/** Which stored names a lane shows, by their first word. Commands on cases, rosters and reads of records are no lane of a timeline. */
const FAMILIES: Readonly<Record<Lane, readonly string[]>> = {
  messages: ['messaging'],
  visits: ['encounters'],
  prescriptions: ['prescribing'],
  gifts: ['gifts'],
  notes: ['documentation'],
  incidents: ['incidents'],
  relationships: ['relationships', 'exceptions'],
};

export const LANES = Object.keys(FAMILIES) as readonly Lane[];
const laneByFamily = new Map(LANES.flatMap((lane) => FAMILIES[lane].map((family) => [family, lane] as const)));

export const laneOf = (type: string): Lane => laneByFamily.get(type.split('.')[0] ?? '') ?? 'relationships';

/** The first word of an event's stored name; worked out once a name and not once a row, because the column is a dictionary. */
export const family = sql`substringIndex(type, '.', 1)`;

/** Events of these lanes; of all lanes where none is named. */
export function inLanes(lanes: readonly Lane[] | null | undefined): Sql {
  const families = (lanes ?? LANES).flatMap((lane) => FAMILIES[lane]);
  return sql`${family} IN ${typed('Array(String)', families)}`;
}
