import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, LogRecord } from '../port';
import { verifyLog } from '../verify-log';
import { openEmbeddedLog } from './open-embedded-log';
import { connect, type SqliteConnection } from './sqlite';

const EACH = 20;

const record = (id: number): LogRecord => ({
  partitionKey: 'K-A',
  key: `source\u0000${id}`,
  bytes: Buffer.from(JSON.stringify({ id: `message-${id * 7_919}`, channel: 'portal', redirect: false })),
});
const records = (from: number): LogRecord[] => Array.from({ length: EACH }, (_, index) => record(from + index));

interface Row {
  readonly block: Buffer;
  readonly unpacked: number;
}

describe('a packed block that was damaged', () => {
  let directory: string;
  let whole: Row;

  const file = (): SqliteConnection => connect(join(directory, 'log.sqlite'));

  /** The second of three blocks; the last one is looked at when the log is opened. */
  async function store({ block, unpacked }: { readonly block: Buffer; readonly unpacked: number | null }): Promise<void> {
    const connection = file();
    (await connection.prepare('UPDATE blocks SET block = ?, unpacked = ? WHERE id = ?')).run(block, unpacked, EACH);
    connection.close();
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-damaged-'));
    const log = await openEmbeddedLog({ directory, partitions: 1 });
    for (const from of [0, EACH, 2 * EACH]) await log.append(records(from));
    await log.close();
    const connection = file();
    whole = (await connection.prepare('SELECT block, unpacked FROM blocks WHERE id = ?')).get(EACH) as Row;
    connection.close();
    expect(whole.block.length).toBeLessThan(whole.unpacked);
  });

  afterAll(async () => {
    await rm(directory, { recursive: true });
  });

  async function opened<Result>(use: (log: EventLog) => Promise<Result>): Promise<Result> {
    const log = await openEmbeddedLog({ directory });
    try {
      return await use(log);
    } finally {
      await log.close();
    }
  }

  /** The whole block is lost to its readers; what stands before it and after it is read, and appending goes on. */
  const expectMissed = (): Promise<void> =>
    opened(async (log) => {
      const place = { code: 'log.corrupt-record', facts: { partition: 0, position: EACH } };
      await expect(log.read(0, EACH)).rejects.toMatchObject({ code: place.code, problems: [place] });
      await expect(log.read(0, EACH + 7)).rejects.toMatchObject({ code: place.code, problems: [place] });
      const [verified] = await verifyLog(log);
      expect(verified).toMatchObject({ good: EACH, firstBad: { position: EACH, problem: place } });
      expect((await log.read(0, 0, { maxRecords: EACH })).records).toHaveLength(EACH);
      expect((await log.read(0, 2 * EACH)).records.length).toBeGreaterThanOrEqual(EACH);
      const [end = 0] = await log.ends();
      expect(await log.append([record(1_000)])).toEqual([{ partition: 0, position: end }]);
    });

  it.each([1, -1, 1_000_000_000, 2 ** 40])('is missed where its size is wrong by %d', async (by) => {
    await store({ ...whole, unpacked: whole.unpacked + by });
    await expectMissed();
  });

  it('is missed where both of its sizes are absurd', async () => {
    const block = Buffer.from(whole.block);
    block.writeUInt32LE(4_000_000_000, 0);
    await store({ block, unpacked: 4_000_000_000 });
    await expectMissed();
  });

  it('is missed where it is taken for one that is not packed', async () => {
    await store({ ...whole, unpacked: null });
    await expectMissed();
  });

  it.each([0, 3, 4, 100, -1])('is missed where it was cut at %d', async (at) => {
    await store({ ...whole, block: whole.block.subarray(0, at < 0 ? whole.block.length + at : at) });
    await expectMissed();
  });

  it('is read as it was or not at all after a flipped bit in any of its bytes', async () => {
    const appended = records(EACH).map(({ bytes }) => Buffer.from(bytes).toString());
    const places: number[] = [];
    const log = await openEmbeddedLog({ directory, recentBytes: 0 });
    for (let at = 0; at < whole.block.length; at += 1) {
      const block = Buffer.from(whole.block);
      block[at]! ^= 1 << (at & 7);
      await store({ ...whole, block });
      const [verified] = await verifyLog(log);
      if (verified?.firstBad === undefined) {
        // What is copied may stand at another place too.
        const { records: read } = await log.read(0, EACH, { maxRecords: EACH });
        expect(read.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(appended);
        // The block that was read last is kept, and the next one is damaged at another place.
        await log.read(0, 0, { maxRecords: 1 });
      } else {
        expect(verified.firstBad.problem.code).toBe('log.corrupt-record');
        places.push(verified.firstBad.position);
      }
    }
    await log.close();
    expect(places.length).toBeGreaterThan(0.95 * whole.block.length);
    expect(Math.min(...places)).toBe(EACH);
    expect(Math.max(...places)).toBeLessThan(2 * EACH);
  });
});
