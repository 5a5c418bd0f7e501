import { eventKey, recordKey } from '@plumbline/events';
import type { LoggedEvent, RowOrigin } from './projection';

export const ORIGIN_COLUMNS = ['partition', 'position'] as const;

export const originOf = ({ partition, position }: RowOrigin): RowOrigin => ({ partition, position });

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
