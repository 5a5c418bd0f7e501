import type { StreamNeed } from '../declaration';
import type { Interner } from './interner';
import type { Pairs } from './pairs';
import type { Records } from './records';
import type { Rows } from './rows';
import type { SurroundingsFold } from './surroundings-fold';

/** Whether a stream that a pattern needs has ever been seen. */
export interface Streams {
  seen(need: StreamNeed, clinician: string): boolean;
}

/** What compiled patterns share within one engine. */
export interface EngineContext {
  readonly rows: Rows;
  readonly records: Records;
  readonly texts: Interner;
  readonly types: Interner;
  readonly pairs: Pairs;
  readonly surroundings: SurroundingsFold;
  readonly streams: Streams;
  /** Where a field of an event type is kept in a row. */
  readonly slot: (type: string, field: string) => number;
  /** The slot of the channel, by the number of the type; undefined for types that have none. */
  readonly slotOfChannel: (type: number) => number | undefined;
}
