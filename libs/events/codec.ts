import { ProblemError, instantOfIso, isoInstant } from '@plumbline/kernel';
import type { EventDefinition } from './define';
import { EVERY_PARTITION, type DomainEvent, type StoredEvent } from './envelope';
import { newestVersion, upcast } from './upcasters';

/** What a producer says of an event; the rest of the envelope follows from it. */
export type NewEvent<Data> = Omit<
  DomainEvent<Data>,
  'type' | 'version' | 'retracted' | 'partitionKey' | 'correlationId' | 'causationId' | 'recordId' | 'recordVersion'
> &
  Partial<Pick<DomainEvent, 'retracted' | 'correlationId' | 'causationId' | 'recordId' | 'recordVersion'>>;

/** Builds the stored form; the time of receiving stands first, so that all that the source said is one piece of text. A missing record id means that the event is a record of its own. */
export function storedEvent<Data extends object>(definition: EventDefinition, event: NewEvent<Data>): StoredEvent {
  const clinician = (event.data as { clinician?: unknown }).clinician;
  return {
    ingestedtime: isoInstant(event.ingestedAt),
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: definition.type,
    dataversion: definition.version,
    time: isoInstant(event.occurred.instant),
    timeprecision: event.occurred.precision,
    timezone: event.occurred.zone,
    recordedtime: isoInstant(event.recordedAt),
    recordid: event.recordId ?? event.id,
    recordversion: event.recordVersion ?? 1,
    ...(event.retracted === true ? { retracted: true as const } : {}),
    partitionkey: typeof clinician === 'string' ? clinician : EVERY_PARTITION,
    correlationid: event.correlationId ?? event.id,
    ...(event.causationId === undefined ? {} : { causationid: event.causationId }),
    datacontenttype: 'application/json',
    data: event.data as Readonly<Record<string, unknown>>,
  };
}

/** The bytes that go into the log. They are written once and never re-serialised: hashes are taken over them. */
export function encodeEvent(event: StoredEvent): Buffer {
  return Buffer.from(JSON.stringify(event), 'utf8');
}

/**
 * Reads an event from the log's bytes, at the newest version of its type.
 * @throws ProblemError `event.unknown-version` where this build is older than the event.
 */
export function decodeEvent(bytes: Uint8Array): DomainEvent {
  const stored = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as StoredEvent;
  return decodeStored(stored);
}

function instantOf(text: string): number {
  const instant = instantOfIso(text);
  return Number.isNaN(instant) ? Date.parse(text) : instant;
}

/** The same for an object that is already parsed. */
export function decodeStored(stored: StoredEvent): DomainEvent {
  const newest = newestVersion(stored.type);
  if (newest === undefined || stored.dataversion > newest) {
    throw new ProblemError({
      code: 'event.unknown-version',
      reason: `The log holds ${stored.type} version ${String(stored.dataversion)}, which this build does not know.`,
      remedy: 'Start the version of Plumbline that wrote it, or a newer one.',
    });
  }
  return {
    id: stored.id,
    source: stored.source,
    type: stored.type,
    version: newest,
    occurred: { instant: instantOf(stored.time), precision: stored.timeprecision, zone: stored.timezone },
    recordedAt: instantOf(stored.recordedtime),
    ingestedAt: instantOf(stored.ingestedtime),
    recordId: stored.recordid,
    recordVersion: stored.recordversion,
    retracted: stored.retracted === true,
    partitionKey: stored.partitionkey,
    correlationId: stored.correlationid,
    causationId: stored.causationid,
    data: stored.dataversion === newest ? stored.data : upcast(stored.type, stored.dataversion, stored.data),
  };
}
