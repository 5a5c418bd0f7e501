import { EVERY_PARTITION, type DomainEvent } from '@plumbline/events';
import { isoInstant, jsonText } from '@plumbline/kernel';
import { defineProjection, type LoggedEvent, type StoredParts } from '../projection';

/**
 * Every event, once. This is the hot row of the product, so it is put together as text, of what stands in the log wherever it can be:
 * ClickHouse takes a JSON object for a text column as it is written.
 */
export const eventsProjection = defineProjection({ table: 'events', version: 1, source: 'events', row: eventRow });

function eventRow({ event, dataText, partition, position, stored = partsOf(event) }: LoggedEvent): string {
  const { data, partitionKey } = event;
  const clinician = partitionKey === EVERY_PARTITION ? '' : partitionKey;
  const patient = typeof data['patient'] === 'string' ? data['patient'] : '';
  return `{"partition":${String(partition)},"position":${String(position)},${stored.identity},"version":${String(event.version)},"clinician":${jsonText(clinician)},"patient":${jsonText(patient)},"occurred_at":${dateTime(stored.time)}${precisionAndZone(event)}"recorded_at":${dateTime(stored.recordedTime)},"ingested_at":${dateTime(stored.ingestedTime)},"record_id":${jsonText(event.recordId)},"record_version":${String(event.recordVersion)},"retracted":${event.retracted ? '1' : '0'},"data":${dataText}}`;
}

const partsOf = ({ id, source, type, occurred, recordedAt, ingestedAt }: DomainEvent): StoredParts => ({
  identity: `"id":${jsonText(id)},"source":${jsonText(source)},"type":"${type}"`,
  time: isoInstant(occurred.instant),
  recordedTime: isoInstant(recordedAt),
  ingestedTime: isoInstant(ingestedAt),
});

const ISO = '2026-03-03T18:04:00.000Z'.length;

/** The engine reads such a text digit by digit where nothing stands behind the milliseconds; turning instants into text costs more than reading it. */
const dateTime = (time: string): string => (time.length === ISO ? `"${time.slice(0, -1)}"` : String(Date.parse(time)));

let last = { precision: '', zone: '', text: '' };

/** The same for long stretches of a log. */
function precisionAndZone({ occurred: { precision, zone } }: DomainEvent): string {
  if (precision !== last.precision || zone !== last.zone) {
    last = { precision, zone, text: `,"time_precision":"${precision}","time_zone":${jsonText(zone)},` };
  }
  return last.text;
}
