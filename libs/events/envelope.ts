import type { OccurredTime, Precision } from '@plumbline/kernel';

/** The partition key of an event that concerns everybody (a policy, a baseline, a closed day): it is copied into every partition. */
export const EVERY_PARTITION = '*';

/**
 * An event as it stands in the log: a CloudEvents 1.0.2 structured-mode JSON object. Extension names are lower case by that
 * specification. Times are RFC 3339 in UTC.
 */
export interface StoredEvent {
  readonly specversion: '1.0';
  /** Unique within `source`. The same (source, id) with another body is a conflict. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** Version of the data's shape for this type. */
  readonly dataversion: number;
  /** When it happened. */
  readonly time: string;
  readonly timeprecision: Precision;
  /** IANA zone of the source. */
  readonly timezone: string;
  /** When the source wrote it down. */
  readonly recordedtime: string;
  /** When it was accepted here. */
  readonly ingestedtime: string;
  /** The record at the source that this event is a version of; a later version of the same record replaces this one in every fold. */
  readonly recordid: string;
  /** Grows with every version of the record; the highest counts, in whatever order they arrive. */
  readonly recordversion: number;
  /** The record was entered in error: it counts for nothing from this version on. */
  readonly retracted?: true;
  /** The clinician's pseudonym, or `*`. */
  readonly partitionkey: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event as folds see it: decoded, at the newest version of its type, with instants in milliseconds since 1970 (UTC). */
export interface DomainEvent<Data = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly version: number;
  readonly occurred: OccurredTime;
  readonly recordedAt: number;
  readonly ingestedAt: number;
  /** `source` and record id together name a record; see {@link recordKey}. */
  readonly recordId: string;
  readonly recordVersion: number;
  readonly retracted: boolean;
  readonly partitionKey: string;
  readonly correlationId: string;
  readonly causationId: string | undefined;
  readonly data: Data;
}

/** Names the record at its source across all its versions. */
export const recordKey = (event: Pick<DomainEvent, 'source' | 'recordId'>): string => `${event.source}\u0000${event.recordId}`;

/** Names the event across all sources; used for idempotency, evidence and ordering of simultaneous events. */
export const eventKey = (event: Pick<DomainEvent, 'source' | 'id'>): string => `${event.source}\u0000${event.id}`;
