import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventLog } from '../contract';
import { dropRepeats } from '../drop-repeats';
import type { EventLog, LogRecord } from '../port';
import { openEmbeddedLog, type EmbeddedLogOptions } from './open-embedded-log';

const record = (id: number, bytes = 430): LogRecord => ({
  partitionKey: `K-${id % 40}`,
  key: `source\u0000${id}`,
  bytes: Buffer.alloc(bytes, id % 251),
});
const records = (count: number, from = 0): LogRecord[] => Array.from({ length: count }, (_, index) => record(from + index));
/** Bytes in which nothing repeats, so that a block of them stays as large as it is. */
const noise = (count: number, bytes = 430): LogRecord[] => records(count).map((each) => ({ ...each, bytes: randomBytes(bytes) }));

describeEventLog('SQLite in a directory', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-log-'));
  return {
    open: () => openEmbeddedLog({ directory }),
    destroy: () => rm(directory, { recursive: true }),
  };
});

describe('the embedded log', () => {
  let directory: string;
  const open = (options: Partial<EmbeddedLogOptions> = {}) => openEmbeddedLog({ directory, ...options });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-log-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  it('commits concurrent appends together: a crowd is not four hundred commits', async () => {
    const log = await open({ partitions: 1 });
    await Promise.all(Array.from({ length: 400 }, (_, index) => log.append(records(1, index))));
    // A commit writes at least one page of 16 kB into the write-ahead log, so one by one they would fill it to its 4 MB.
    expect((await stat(join(directory, 'log.sqlite-wal'))).size).toBeLessThan(1_000_000);
    await log.close();
  });

  it('refuses a second opener with the remedy, in this process and in another, until it is closed', async () => {
    const log = await open();
    await expect(open()).rejects.toMatchObject({ code: 'data-directory.locked' });
    await expect(open()).rejects.toThrow(/PLUMBLINE_DATA_DIR/);
    const script = `new (require('libsql/promise'))(process.argv[1]).exec('BEGIN EXCLUSIVE').catch((error) => process.stdout.write(error.code))`;
    const other = spawn(process.execPath, ['-e', script, join(directory, 'lock')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(other.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('SQLITE_BUSY');
    await log.close();
    await (await open()).close();
  });

  it('keeps the number of partitions that it was created with', async () => {
    await (await open({ partitions: 3 })).close();
    await expect(open({ partitions: 4 })).rejects.toMatchObject({ code: 'log.partitions-changed' });
    const log = await open();
    expect(log.partitions).toBe(3);
    await log.close();
  });

  it('says that a directory cannot be written to', async () => {
    await writeFile(join(directory, 'in-the-way'), '');
    await expect(openEmbeddedLog({ directory: join(directory, 'in-the-way') })).rejects.toMatchObject({
      code: 'data-directory.not-writable',
    });
    await expect(openEmbeddedLog({ directory: join(directory, 'in-the-way', 'log') })).rejects.toMatchObject({
      code: 'data-directory.not-writable',
    });
  });

  it('says so as well below a directory in which nothing can be made', async () => {
    await expect(openEmbeddedLog({ directory: '/proc/plumbline/log' })).rejects.toMatchObject({ code: 'data-directory.not-writable' });
    await expect(openEmbeddedLog({ directory: '/proc/plumbline' })).rejects.toMatchObject({ code: 'data-directory.not-writable' });
  });

  it('refuses appends while too much waits for the disk, and accepts them again afterwards', async () => {
    const log = await open({ waitingBytes: 1_000_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => log.append(records(200, index * 200))));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(10);
    for (const outcome of refused) expect(outcome.reason).toMatchObject({ code: 'log.overloaded' });
    const ends = await log.ends();
    expect(ends.reduce((sum, end) => sum + end, 0)).toBe((40 - refused.length) * 200);
    await log.append(records(1));
    await log.close();
  });

  it('takes the bytes at the time of the call, whatever the caller does with its buffer afterwards', async () => {
    const log = await open({ partitions: 1 });
    const bytes = Buffer.from('as it was');
    const appended = log.append([{ partitionKey: 'K-A', key: 'k', bytes }]);
    bytes.fill('!');
    await appended;
    expect(Buffer.from((await log.read(0, 0)).records[0]!.bytes).toString()).toBe('as it was');
    await log.close();
  });

  it('gives back the same records whether it still has them in memory or not', async () => {
    const everything = async (log: EventLog) => {
      const all = [];
      for (let partition = 0; partition < log.partitions; partition += 1) all.push(...(await log.read(partition, 0)).records);
      return all.map(({ partition, position, key, bytes, hash }) => [partition, position, key, Buffer.from(bytes), Buffer.from(hash)]);
    };
    const log = await open({ recentBytes: 60_000 });
    for (let round = 0; round < 10; round += 1) await log.append([...records(40, round * 40), { ...record(round), partitionKey: '*' }]);
    const now = await everything(log);
    await log.close();
    expect(now).toHaveLength(440);
    for (const recentBytes of [0, 100_000_000]) {
      const again = await open({ recentBytes });
      expect(await everything(again)).toEqual(now);
      await again.close();
    }
  });

  it('keeps its write-ahead log short while it is read and written', async () => {
    const log = await open();
    for (let round = 0; round < 60; round += 1) {
      await log.append(noise(1_000));
      await log.read(round % 4, 0);
    }
    // 26 MB went through it; a reader that held its snapshot would keep all of them there.
    expect((await stat(join(directory, 'log.sqlite-wal'))).size).toBeLessThan(12_000_000);
    await log.close();
    expect((await stat(join(directory, 'log.sqlite'))).size).toBeGreaterThan(25_000_000);
  });

  it('notices that acknowledged records were taken from its end', async () => {
    const log = await open();
    await log.append(records(100));
    // What a crash leaves is imitated by a copy that never saw the close; the write-ahead log of it is then cut.
    const crashed = `${directory}-crashed`;
    await cp(directory, crashed, { recursive: true });
    await log.close();
    const written = join(crashed, 'log.sqlite-wal');
    await truncate(written, (await stat(written)).size - 1);
    await expect(openEmbeddedLog({ directory: crashed })).rejects.toMatchObject({ code: 'log.truncated' });
    await rm(crashed, { recursive: true });
  });
});

describe('dropping repeats', () => {
  const stored = (key: string) => ({ partition: 0, position: 0, key, bytes: Buffer.alloc(0), hash: Buffer.alloc(32) });

  it('lets a key through once, in the first batch and in later ones', () => {
    const drop = dropRepeats();
    expect(drop([stored('a'), stored('a'), stored('b')]).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(drop([stored('b'), stored('c')]).map(({ key }) => key)).toEqual(['c']);
  });

  it('remembers at least as many keys as told, and forgets those before twice as many', () => {
    const drop = dropRepeats(10);
    drop(Array.from({ length: 21 }, (_, index) => stored(String(index))));
    expect(drop([stored('11'), stored('20')])).toEqual([]);
    expect(drop([stored('0')])).toHaveLength(1);
  });
});
