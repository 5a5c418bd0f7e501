import { eventKey, recordKey } from '@plumbline/events';
import type { LoggedEvent, RowOrigin } from './projection';

type Columns = Readonly<Record<string, unknown>>;

const columnNames = new Map<string, string>();

/** `alertId` of an object is `alert_id` of its table. */
function columnName(field: string): string {
  let name = columnNames.get(field);
  if (name === undefined) {
    name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columnNames.set(field, name);
  }
  return name;
}

/** A row of an object whose fields are the columns. An absent value takes the column's default: the empty text, or null. */
export function rowOfFields(item: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(item).map(([field, value]) => [columnName(field), value])));
}

/** A row of a reference table: its own columns, and those that say which version of which record it is. */
export function referenceRow({ event, ...origin }: LoggedEvent, columns: Columns): string {
  return JSON.stringify({
    ...columns,
    event_key: eventKey(event),
    record_key: recordKey(event),
    record_version: event.recordVersion,
    retracted: event.retracted,
    recorded_at: event.recordedAt,
    ...originColumns(origin),
  });
}

export const originColumns = ({ partition, position }: RowOrigin): RowOrigin => ({ partition, position });
