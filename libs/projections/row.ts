import { EVERY_PARTITION, eventKey, recordKey, type DomainEvent } from '@plumbline/events';
import type { LoggedEvent, RowOrigin } from './projection';

export const ORIGIN_COLUMNS = ['partition', 'position'] as const;

export const originOf = ({ partition, position }: RowOrigin): RowOrigin => ({ partition, position });

/** Whom an event belongs to; the empty text where it is for everybody. */
export const clinicianOf = ({ partitionKey }: Pick<DomainEvent, 'partitionKey'>): string =>
  partitionKey === EVERY_PARTITION ? '' : partitionKey;

/** Columns of a reference table beside its own: which version of which record a row is. */
export const RECORD_COLUMNS = ['event_key', 'record_key', 'record_version', 'retracted', 'recorded_at', ...ORIGIN_COLUMNS] as const;

export const recordOf = ({ event, ...origin }: LoggedEvent): Readonly<Record<(typeof RECORD_COLUMNS)[number], unknown>> => ({
  event_key: eventKey(event),
  record_key: recordKey(event),
  record_version: event.recordVersion,
  retracted: event.retracted,
  recorded_at: event.recordedAt,
  ...originOf(origin),
});

/** Columns of a table that holds some events again, with what its pages ask for: as they are named in the table of all events. */
export const EXCERPT_COLUMNS = [
  'id',
  'source',
  'type',
  'clinician',
  'occurred_at',
  'recorded_at',
  'record_id',
  'record_version',
  'retracted',
  ...ORIGIN_COLUMNS,
] as const;

export const excerptOf = ({ event, ...origin }: LoggedEvent): Readonly<Record<(typeof EXCERPT_COLUMNS)[number], unknown>> => ({
  id: event.id,
  source: event.source,
  type: event.type,
  clinician: clinicianOf(event),
  occurred_at: event.occurred.instant,
  recorded_at: event.recordedAt,
  record_id: event.recordId,
  record_version: event.recordVersion,
  retracted: event.retracted,
  ...originOf(origin),
});
