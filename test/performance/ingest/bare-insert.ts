import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { projections, type Projection } from '@plumbline/projections';
import { randomUUID } from 'node:crypto';

export const ROWS_OF_AN_INSERT = 10_000;

const isOfEvents = (projection: Projection): projection is Projection<'events'> =>
  projection.table === 'events' && projection.source === 'events';
const [eventRows] = projections.filter(isOfEvents);

/** The rows that the projector made of the log's last stretch, made again here so that the bare insert gets exactly the same text. */
export async function rowsSince(log: EventLog, from: readonly number[]): Promise<readonly string[]> {
  if (eventRows === undefined) throw new Error('there is no table of events');
  const rows: string[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for (let position = from[partition] ?? 0; ;) {
      const { records, next } = await log.read(partition, position, { maxRecords: 10_000 });
      if (next === position) break;
      for (const record of records) {
        const event = decodeEvent(record.bytes);
        const logged = { event, dataText: JSON.stringify(event.data), partition, position: record.position };
        rows.push(eventRows.row(logged));
      }
      position = next;
    }
  }
  return rows;
}

/** Arrays of values, as the projector inserts them, or objects that name their columns: the form in which rows are usually given to ClickHouse. */
export type RowForm = 'JSONCompactEachRow' | 'JSONEachRow';

/** Milliseconds for ClickHouse's own insert of finished rows, into a table that is emptied first. */
export async function bareInsert(store: AnalyticsStore, rows: readonly string[], form: RowForm): Promise<number> {
  await store.execute(sql`TRUNCATE TABLE ${table('events')}`);
  const columns = eventRows?.columns ?? [];
  const lines = form === 'JSONEachRow' ? rows.map((row) => namedRow(columns, row)) : rows;
  const inserts = Array.from({ length: Math.ceil(lines.length / ROWS_OF_AN_INSERT) }, (_, index) =>
    Buffer.from(lines.slice(index * ROWS_OF_AN_INSERT, (index + 1) * ROWS_OF_AN_INSERT).join('\n')),
  );
  const named = form === 'JSONEachRow' ? {} : { columns };
  const started = performance.now();
  for (const bytes of inserts) await store.insert('events', { ...named, bytes }, { token: `bare:${randomUUID()}` });
  return performance.now() - started;
}

function namedRow(columns: readonly string[], row: string): string {
  const values = JSON.parse(row) as readonly unknown[];
  return JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, values[index]])));
}
