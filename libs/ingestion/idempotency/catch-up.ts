import type { EventLog } from '@plumbline/event-log';
import { contentOf } from '../core/content';
import { digestOf } from './digest';
import type { SeenIndex } from './seen-index';

/** Reads what the log holds beyond the index's checkpoint into the index. `onEvent` sees the same events, for other things derived from them. */
export async function catchUp(log: EventLog, index: SeenIndex, onEvent: (json: string) => void): Promise<number> {
  let read = 0;
  for (let partition = 0; partition < log.partitions; partition += 1) {
    let from = index.checkpoint[partition] ?? 0;
    for (;;) {
      const batch = await log.read(partition, from, { maxRecords: 10_000 });
      if (batch.records.length === 0) break;
      const entries = batch.records.map((record) => {
        const json = Buffer.from(record.bytes).toString('utf8');
        onEvent(json);
        return { keyHash: digestOf(record.key), contentHash: digestOf(contentOf(json)) };
      });
      index.add(entries, []);
      index.reach(partition, batch.next);
      read += entries.length;
      from = batch.next;
    }
  }
  if (read > 0) index.flush();
  return read;
}
