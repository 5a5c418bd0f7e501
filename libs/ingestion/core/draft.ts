import type { OccurredTime, Problem } from '@plumbline/kernel';
import type { AcceptOptions, Format } from './formats';

/** How a record from quarantine is to be read when it is replayed. */
export type ReplayOptions = Pick<AcceptOptions, 'mapping' | 'snapshot' | 'partial'>;

/** An event as an adapter read it from its source: still with the source's own identifiers of people. */
export interface EventDraft {
  readonly type: string;
  readonly version: number;
  readonly source: string;
  /** Absent: the source gives no identifier, and the event is named by its content, so that the same row twice is one event. */
  readonly id?: string | undefined;
  readonly occurred: OccurredTime;
  /** The instant of `occurred` in the characters of `isoInstant`, where the source wrote it so. */
  readonly occurredText?: string | undefined;
  /** When the source wrote it down, UTC milliseconds. Absent: we know of it since we received it. */
  readonly recordedAt?: number | undefined;
  /** The same in the characters of `isoInstant`, where the source wrote it so. */
  readonly recordedText?: string | undefined;
  readonly recordId?: string | undefined;
  readonly recordVersion?: number | undefined;
  readonly retracted?: boolean | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where a record stood in its input, and its bytes should they be needed for quarantine. */
export interface Origin {
  /** `line 12`, `/entry/3` or another place that a person finds. */
  readonly place: string;
  /** The record as it came. A function, because nearly all records never need it again. */
  original(): Uint8Array;
  /** How a replay reads these bytes, where that differs from the input that they came in. */
  readonly format?: Format;
  readonly replay?: ReplayOptions;
}

/** What an adapter makes of one record of its input. */
export type Adapted =
  | { readonly kind: 'event'; readonly origin: Origin; readonly draft: EventDraft }
  | {
      readonly kind: 'rejected';
      readonly origin: Origin;
      readonly problems: readonly Problem[];
      /** A reference that is not known yet; once it is, the record can be replayed by itself. */
      readonly awaits?: string;
    }
  /** Kept for lookup (a medication, an organisation); it is no fact about a clinician. */
  | { readonly kind: 'context'; readonly origin: Origin }
  /** A register entry that stands as it stood in the snapshot before. */
  | { readonly kind: 'unchanged'; readonly origin: Origin }
  /** A row that says that there is nothing to say. */
  | { readonly kind: 'nil'; readonly origin: Origin };
