import { EVERY_PARTITION } from '@plumbline/events';
import { defineProjection, type LoggedEvent } from '../projection';

/**
 * Every event, once. This is the hot row of the product, so it is put together as text: the data goes through as it stands in the
 * log (ClickHouse takes a JSON object for a text column as it is written), and instants go as whole milliseconds, which need no parsing.
 */
export const eventsProjection = defineProjection({ table: 'events', version: 1, source: 'events', row: eventRow });

function eventRow({ event, dataText, partition, position }: LoggedEvent): string {
  const { occurred, data } = event;
  const clinician = event.partitionKey === EVERY_PARTITION ? '' : event.partitionKey;
  const patient = typeof data['patient'] === 'string' ? data['patient'] : '';
  return `{"partition":${String(partition)},"position":${String(position)},"id":${JSON.stringify(event.id)},"source":${JSON.stringify(event.source)},"type":"${event.type}","version":${String(event.version)},"clinician":${JSON.stringify(clinician)},"patient":${JSON.stringify(patient)},"occurred_at":${String(occurred.instant)},"time_precision":"${occurred.precision}","time_zone":${JSON.stringify(occurred.zone)},"recorded_at":${String(event.recordedAt)},"ingested_at":${String(event.ingestedAt)},"record_id":${JSON.stringify(event.recordId)},"record_version":${String(event.recordVersion)},"retracted":${event.retracted ? '1' : '0'},"data":${dataText}}`;
}
