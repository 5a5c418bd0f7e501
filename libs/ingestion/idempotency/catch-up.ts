import type { EventLog } from '@plumbline/event-log';
import { contentOf } from '../core/content';
import { entryOf } from './digest';
import type { SeenIndex } from './seen-index';

/** Of an event for everybody, which has a copy in each partition. Inside of a text the quotation marks would be escaped. */
const FOR_EVERYBODY = '"partitionkey":"*"';

/**
 * Reads what the log holds beyond the index's checkpoint into the index. `onEvent` sees the same events, for other things derived from
 * them. An event for everybody counts as seen when every partition has its copy: where a process died between two copies, its sender
 * was not answered and sends it again, and that has to reach all of them.
 */
export async function catchUp(
  log: Pick<EventLog, 'partitions' | 'read'>,
  index: SeenIndex,
  onEvent: (json: string) => void,
): Promise<number> {
  const copies = new Map<string, Copies>();
  let read = 0;
  for (let partition = 0; partition < log.partitions; partition += 1) {
    let from = index.checkpoint[partition] ?? 0;
    for (;;) {
      const batch = await log.read(partition, from, { maxRecords: 10_000 });
      if (batch.records.length === 0) break;
      for (const record of batch.records) {
        const json = Buffer.from(record.bytes).toString('utf8');
        onEvent(json);
        const entry = entryOf(record.key, contentOf(json));
        if (!json.includes(FOR_EVERYBODY)) index.add(entry);
        else copies.set(record.key, copiesWith(copies.get(record.key), entry, partition));
      }
      index.reach(partition, batch.next);
      read += batch.records.length;
      from = batch.next;
    }
  }
  for (const { entry, partitions } of copies.values()) if (partitions.size === log.partitions) index.add(entry);
  if (read > 0) index.flush();
  return read;
}

interface Copies {
  readonly entry: Int32Array;
  readonly partitions: Set<number>;
}

function copiesWith(known: Copies | undefined, entry: Int32Array, partition: number): Copies {
  const copies = known ?? { entry, partitions: new Set() };
  copies.partitions.add(partition);
  return copies;
}
