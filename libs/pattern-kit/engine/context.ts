import type { StreamNeed } from '../declaration';
import type { Interner } from './interner';
import type { OwnAnswers } from './own-answers';
import type { Pairs } from './pairs';
import type { People } from './people';
import type { Pseudonyms } from './pseudonyms';
import type { Records } from './records';
import type { Rows } from './rows';
import type { Sealing } from './sealing';
import type { SurroundingsFold } from './surroundings-fold';
import type { Unread } from './unread';

/** Whether a stream that a pattern needs has ever been seen. */
export interface Streams {
  seen(need: StreamNeed, clinician: number): boolean;
}

/** What compiled patterns share within one engine. */
export interface EngineContext {
  readonly rows: Rows;
  readonly records: Records;
  readonly texts: Interner;
  readonly types: Interner;
  /** What events of a type say of themselves, by the type's number. */
  readonly answers: (type: number) => OwnAnswers;
  readonly pseudonyms: Pseudonyms;
  readonly people: People;
  readonly pairs: Pairs;
  readonly unread: Unread;
  readonly sealing: Sealing;
  readonly surroundings: SurroundingsFold;
  readonly streams: Streams;
  /** Where a field of an event type is kept in a row. */
  readonly slot: (type: string, field: string) => number;
  /** The slot of the channel, by the number of the type; undefined for types that have none. */
  readonly slotOfChannel: (type: number) => number | undefined;
}
