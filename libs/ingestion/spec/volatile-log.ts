import { partitionsFor, type EventLog, type LogBatch, type LogPosition, type LogRecord, type StoredRecord } from '@plumbline/event-log';
import { decodeEvent, type DomainEvent } from '@plumbline/events';
import { sha256 } from '@plumbline/kernel';

/** A log that lives as long as a specification. `fail` makes the next append fail, after it has stored the records or before. */
export class VolatileLog implements EventLog {
  readonly partitions = 4;
  readonly appends: number[] = [];
  fail: 'before' | 'after' | undefined;
  private readonly records: StoredRecord[][] = [[], [], [], []];

  async append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    await new Promise(setImmediate);
    const { fail } = this;
    this.fail = undefined;
    if (fail === 'before') throw new Error('the disk is full');
    this.appends.push(records.length);
    const positions = records.map(({ partitionKey, key, bytes }) => {
      const [first = 0, ...copies] = partitionsFor(partitionKey, this.partitions);
      const position = this.store(first, key, bytes);
      for (const copy of copies) this.store(copy, key, bytes);
      return { partition: first, position };
    });
    if (fail === 'after') throw new Error('the answer was lost');
    return positions;
  }

  read(partition: number, from: number): Promise<LogBatch> {
    const records = this.records[partition]?.slice(from) ?? [];
    return Promise.resolve({ partition, records, next: from + records.length });
  }

  ends(): Promise<readonly number[]> {
    return Promise.resolve(this.records.map((partition) => partition.length));
  }

  waitFor(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Everything that was appended, as folds see it, by partition and position. */
  events(): readonly DomainEvent[] {
    return this.records.flat().map((record) => decodeEvent(record.bytes));
  }

  texts(): readonly string[] {
    return this.records.flat().map((record) => Buffer.from(record.bytes).toString('utf8'));
  }

  private store(partition: number, key: string, bytes: Uint8Array): number {
    const list = this.records[partition] ?? [];
    list.push({ partition, position: list.length, key, bytes: Buffer.from(bytes), hash: sha256(bytes) });
    return list.length - 1;
  }
}
