import { ProblemError, sha256 } from '@plumbline/kernel';
import { partitionsFor } from './partition';
import type { EventLog, LogRecord, StoredRecord } from './port';
import { verifyLog } from './verify-log';

/** What the suite needs of an adapter: a log of its own for each specification, which can be closed and opened again. */
export interface LogUnderTest {
  /** Opens the log; the second time it is the same one. It has four partitions. */
  open(): Promise<EventLog>;
  /** Called after the log was closed. */
  destroy(): Promise<void>;
}

const record = (partitionKey: string, id: string, text = `{"id":"${id}"}`): LogRecord => ({
  partitionKey,
  key: `source\u0000${id}`,
  bytes: Buffer.from(text),
});
const textOf = (stored: StoredRecord): string => Buffer.from(stored.bytes).toString('utf8');
const idsOf = (records: readonly StoredRecord[]): string[] => records.map(({ key }) => key.split('\u0000')[1] ?? '');

async function readAll(log: EventLog, partition: number): Promise<readonly StoredRecord[]> {
  const all: StoredRecord[] = [];
  for (let from = 0; ;) {
    const { records, next } = await log.read(partition, from, { maxRecords: 7 });
    if (next === from) return all;
    all.push(...records);
    from = next;
  }
}

/** The behaviour that every adapter of the port has. */
export function describeEventLog(adapter: string, create: () => Promise<LogUnderTest>): void {
  describe(`an event log on ${adapter}`, () => {
    let under: LogUnderTest;
    let log: EventLog;

    beforeEach(async () => {
      under = await create();
      log = await under.open();
    });

    afterEach(async () => {
      await log.close();
      await under.destroy();
    });

    it('gives back the very bytes, with their key, their SHA-256 and their position', async () => {
      const text = '{"spaced" : 1.0, "ü": "\\u00fc"}';
      const [position] = await log.append([record('K-A', '1', text)]);
      const [partition] = partitionsFor('K-A', log.partitions);
      expect(position).toEqual({ partition, position: 0 });
      const { records, next } = await log.read(partition ?? -1, 0);
      expect(next).toBe(1);
      expect(records.map(textOf)).toEqual([text]);
      expect(records[0]?.key).toBe('source\u00001');
      expect(Buffer.from(records[0]?.hash ?? [])).toEqual(sha256(Buffer.from(text)));
    });

    it('keeps the order of one key, within an append and across appends', async () => {
      await log.append([record('K-A', '1'), record('K-B', 'x'), record('K-A', '2')]);
      await log.append([record('K-A', '3')]);
      const stored = await readAll(log, partitionsFor('K-A', log.partitions)[0] ?? -1);
      expect(idsOf(stored).filter((id) => id !== 'x')).toEqual(['1', '2', '3']);
    });

    it('answers with one position for each record, in the order given', async () => {
      const keys = ['K-A', 'K-B', 'K-C', 'K-D', 'K-A', 'K-B'];
      const positions = await log.append(keys.map((key, index) => record(key, String(index))));
      for (const [index, { partition, position }] of positions.entries()) {
        const { records } = await log.read(partition, position, { maxRecords: 1 });
        expect(idsOf(records)).toEqual([String(index)]);
        expect(partitionsFor(keys[index] ?? '', log.partitions)).toEqual([partition]);
      }
    });

    it('copies a record for everybody into every partition and names the position in partition 0', async () => {
      await log.append([record('K-A', 'before')]);
      const [position] = await log.append([record('*', 'policy')]);
      expect(position?.partition).toBe(0);
      for (let partition = 0; partition < log.partitions; partition += 1) {
        const ids = idsOf(await readAll(log, partition));
        expect(ids.at(-1)).toBe('policy');
        if (partition === 0) expect(ids[position?.position ?? -1]).toBe('policy');
      }
    });

    it('numbers each partition without a gap and reports its end', async () => {
      for (let round = 0; round < 5; round += 1) {
        await log.append(Array.from({ length: 20 }, (_, index) => record(`K-${index}`, `${round}-${index}`)));
      }
      const ends = await log.ends();
      expect(ends.reduce((sum, end) => sum + end, 0)).toBe(100);
      for (const [partition, end] of ends.entries()) {
        const positions = (await readAll(log, partition)).map(({ position }) => position);
        expect(positions).toEqual(Array.from({ length: end }, (_, position) => position));
      }
    });

    it('keeps every record of concurrent appends once, each in its append’s order', async () => {
      const appends = Array.from({ length: 60 }, (_, index) => [record('K-A', `${index}-a`), record('K-A', `${index}-b`)]);
      const positions = await Promise.all(appends.map((records) => log.append(records)));
      for (const [first, second] of positions) expect((second?.position ?? 0) - (first?.position ?? 0)).toBe(1);
      const stored = await readAll(log, partitionsFor('K-A', log.partitions)[0] ?? -1);
      expect(new Set(stored.map(({ key }) => key)).size).toBe(120);
      expect(stored).toHaveLength(120);
    });

    it('accepts a repeated record as another one: dropping repeats is the reader’s part', async () => {
      await log.append([record('K-A', '1')]);
      await log.append([record('K-A', '1')]);
      expect(idsOf(await readAll(log, partitionsFor('K-A', log.partitions)[0] ?? -1))).toEqual(['1', '1']);
    });

    it('reads no more records than asked for, and stops after the one that reaches the bytes asked for', async () => {
      await log.append(Array.from({ length: 10 }, (_, index) => record('K-A', String(index), 'x'.repeat(100))));
      const [partition = -1] = partitionsFor('K-A', log.partitions);
      expect((await log.read(partition, 2, { maxRecords: 3 })).next).toBe(5);
      expect((await log.read(partition, 0, { maxBytes: 250 })).records).toHaveLength(3);
      expect((await log.read(partition, 0, { maxBytes: 1 })).records).toHaveLength(1);
    });

    it('answers the end with an empty batch and anything outside with a problem', async () => {
      await log.append([record('*', '1')]);
      expect(await log.read(0, 1)).toEqual({ partition: 0, records: [], next: 1 });
      await expect(log.read(0, 2)).rejects.toMatchObject({ code: 'log.position-out-of-range' });
      await expect(log.read(0, -1)).rejects.toMatchObject({ code: 'log.position-out-of-range' });
    });

    it('wakes a reader that waits for what is not there yet, and no other', async () => {
      const signal = new AbortController().signal;
      let woken = false;
      const early = log.waitFor(0, 0, signal);
      const late = log.waitFor(0, 1, signal).then(() => (woken = true));
      await log.append([record('*', '1')]);
      await early;
      await log.waitFor(0, 0, signal);
      expect(woken).toBe(false);
      await log.append([record('*', '2')]);
      await late;
    });

    it('lets a waiting reader go when its signal aborts', async () => {
      const stop = new AbortController();
      const waiting = log.waitFor(0, 0, stop.signal);
      stop.abort();
      await waiting;
      await log.waitFor(0, 0, stop.signal);
      expect(await log.ends()).toEqual([0, 0, 0, 0]);
    });

    it('is the same log after closing and opening, and goes on where it ended', async () => {
      await log.append([record('K-A', '1'), record('*', '2')]);
      await log.close();
      log = await under.open();
      const [position] = await log.append([record('K-A', '3')]);
      const stored = await readAll(log, position?.partition ?? -1);
      expect(idsOf(stored)).toEqual(['1', '2', '3']);
      expect(position?.position).toBe(2);
    });

    it('finishes what it accepted before it closes, and refuses what comes after', async () => {
      const accepted = Array.from({ length: 20 }, (_, index) => log.append([record('*', String(index))]));
      await log.close();
      await expect(Promise.all(accepted)).resolves.toHaveLength(20);
      await expect(log.append([record('*', 'late')])).rejects.toBeInstanceOf(ProblemError);
      log = await under.open();
      expect((await log.ends())[0]).toBe(20);
    });

    it('acknowledges nothing of an append that cannot be stored as a whole', async () => {
      const tooLong = 'k'.repeat(70_000);
      await expect(log.append([record('K-A', '1'), record('K-A', tooLong)])).rejects.toBeInstanceOf(ProblemError);
      expect(await log.ends()).toEqual([0, 0, 0, 0]);
      await log.append([record('K-A', '2')]);
    });

    it('is verified record by record', async () => {
      await log.append(Array.from({ length: 50 }, (_, index) => record(`K-${index}`, String(index))));
      const ends = await log.ends();
      const progress: number[] = [];
      const verified = await verifyLog(log, (read) => progress.push(read));
      expect(verified).toEqual(ends.map((end, partition) => ({ partition, good: end, end })));
      expect(progress.at(-1)).toBe(50);
    });
  });
}
