import { openEmbeddedLog, type EventLog, type LogRecord } from '@plumbline/event-log';
import { encodeEvent, eventKey, type StoredEvent } from '@plumbline/events';
import { patterns } from '@plumbline/patterns';
import { activationOf, defaultPolicy } from '@plumbline/policy';
import { systemClock } from '@plumbline/kernel';
import { join } from 'node:path';
import { batchesOf, directoryLines, eventLines } from '../ingest/event-lines';
import { acceptAll, openIngestion } from '../ingest/open-ingestion';

const BATCH = 1_000;
const UNDER_WAY = 4;

/** What ingestion makes of the workload, as it stands in the log afterwards. */
export interface PreparedRecords {
  /** The policy, and who works here with whom. */
  readonly before: readonly LogRecord[];
  readonly events: readonly LogRecord[];
}

function activation(): LogRecord {
  const event = activationOf(defaultPolicy({ patterns }), { source: 'plumbline/policy', activatedBy: 'benchmark', at: systemClock.now() });
  return { partitionKey: event.partitionkey, key: eventKey(event), bytes: encodeEvent(event) };
}

/** Takes the workload in once, so that it can be appended to logs as often as it is measured. */
export async function preparedRecords(directory: string, events: number, clinicians: number): Promise<PreparedRecords> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log'), partitions: 1 });
  const { ingestion, close } = await openIngestion(log, directory);
  try {
    await log.append([activation()]);
    await acceptAll(ingestion, batchesOf(directoryLines(clinicians), BATCH));
    const [end = 0] = await log.ends();
    await acceptAll(ingestion, batchesOf(eventLines(events, clinicians), BATCH));
    const records = await everyRecord(log);
    return { before: records.slice(0, end), events: records.slice(end) };
  } finally {
    await close();
    await log.close();
  }
}

async function everyRecord(log: EventLog): Promise<readonly LogRecord[]> {
  const all: LogRecord[] = [];
  for (let from = 0; ;) {
    const { records, next } = await log.read(0, from, { maxRecords: 10_000 });
    if (next === from) return all;
    for (const { key, bytes } of records) {
      const { partitionkey } = JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredEvent;
      all.push({ partitionKey: partitionkey, key, bytes });
    }
    from = next;
  }
}

/** Appends records, some batches at a time. */
export async function appendAll(log: EventLog, records: readonly LogRecord[]): Promise<void> {
  let next = 0;
  const append = async (): Promise<void> => {
    while (next < records.length) {
      const batch = records.slice(next, next + BATCH);
      next += BATCH;
      await log.append(batch);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, append));
}
