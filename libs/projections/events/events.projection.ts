import type { DomainEvent } from '@plumbline/events';
import { isoInstant, jsonText } from '@plumbline/kernel';
import type { LoggedEvent, Projection, StoredTimes } from '../projection';
import { clinicianOf } from '../row';

/**
 * Every event, once. This is the hot row of the product, so it is put together as text, of what stands in the log wherever it can be:
 * ClickHouse takes a JSON object for a text column as it is written.
 */
export const eventsProjection: Projection<'events'> = {
  table: 'events',
  version: 1,
  source: 'events',
  types: 'all',
  replacing: false,
  columns: [
    'partition',
    'position',
    'id',
    'source',
    'type',
    'version',
    'clinician',
    'patient',
    'occurred_at',
    'time_precision',
    'time_zone',
    'recorded_at',
    'ingested_at',
    'record_id',
    'record_version',
    'retracted',
    'data',
  ],
  row: eventRow,
};

function eventRow({ event, dataText, partition, position, stored = timesOf(event) }: LoggedEvent): string {
  const { data, id, recordId } = event;
  const patient = typeof data['patient'] === 'string' ? data['patient'] : '';
  const idText = jsonText(id);
  const recordText = recordId === id ? idText : jsonText(recordId);
  return `[${String(partition)},${String(position)},${idText},${sourceAndType(event)},${String(event.version)},${jsonText(clinicianOf(event))},${jsonText(patient)},${dateTime(stored.time)},${precisionAndZone(event)},${dateTime(stored.recordedtime)},${dateTime(stored.ingestedtime)},${recordText},${String(event.recordVersion)},${event.retracted ? '1' : '0'},${dataText}]`;
}

const timesOf = ({ occurred, recordedAt, ingestedAt }: DomainEvent): StoredTimes => ({
  time: isoInstant(occurred.instant),
  recordedtime: isoInstant(recordedAt),
  ingestedtime: isoInstant(ingestedAt),
});

const LAST_OF_ISO = '2026-03-03T18:04:00.000Z'.length - 1;

/** The engine reads such a text digit by digit where nothing stands behind the milliseconds; turning instants into text costs more than reading it. */
const dateTime = (time: string): string =>
  time.indexOf('Z') === LAST_OF_ISO ? `"${time.slice(0, LAST_OF_ISO)}"` : String(Date.parse(time));

let lastOrigin = { source: '', type: '', text: '' };

/** The same for long stretches of a log. */
function sourceAndType({ source, type }: DomainEvent): string {
  if (source !== lastOrigin.source || type !== lastOrigin.type) lastOrigin = { source, type, text: `${jsonText(source)},"${type}"` };
  return lastOrigin.text;
}

let lastTime = { precision: '', zone: '', text: '' };

/** The same for long stretches of a log. */
function precisionAndZone({ occurred: { precision, zone } }: DomainEvent): string {
  if (precision !== lastTime.precision || zone !== lastTime.zone) {
    lastTime = { precision, zone, text: `"${precision}",${jsonText(zone)}` };
  }
  return lastTime.text;
}
