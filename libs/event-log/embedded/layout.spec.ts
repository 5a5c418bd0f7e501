import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, LogRecord } from '../port';
import { encodeBlock, packAppend } from './block';
import { openEmbeddedLog } from './open-embedded-log';
import { connect, type SqlValue } from './sqlite';

const record = (id: number): LogRecord => ({
  partitionKey: 'K-A',
  key: `source\u0000${id}`,
  bytes: Buffer.from(`{"id":${id},"channel":"portal"}`),
});
const records = (from: number, count: number): LogRecord[] => Array.from({ length: count }, (_, index) => record(from + index));

describe('the layout of the embedded log', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-layout-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  async function change(sql: string, ...values: SqlValue[]): Promise<void> {
    const connection = connect(join(directory, 'log.sqlite'));
    (await connection.prepare(sql)).run(...values);
    connection.close();
  }

  async function row(sql: string): Promise<unknown> {
    const connection = connect(join(directory, 'log.sqlite'));
    const found = (await connection.prepare(sql)).get();
    connection.close();
    return found;
  }

  const blockOf = (first: number, appended: readonly LogRecord[]): Buffer => {
    const [chunk] = packAppend(appended, 1).chunks;
    if (chunk === undefined) throw new Error('the records fill no chunk');
    return encodeBlock(0, first, [chunk]);
  };

  /** A log as the release before wrote it, of two blocks. */
  async function firstLayout(): Promise<void> {
    await change('CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID');
    await change('CREATE TABLE blocks (id INTEGER PRIMARY KEY, block BLOB NOT NULL)');
    await change("INSERT INTO settings (name, value) VALUES ('layout', 1), ('partitions', 1)");
    await change('INSERT INTO blocks (id, block) VALUES (?, ?), (?, ?)', 0, blockOf(0, records(0, 50)), 50, blockOf(50, records(50, 10)));
  }

  const idsIn = async (log: EventLog): Promise<string[]> =>
    (await log.read(0, 0)).records.map(({ key, bytes }) => `${key} ${Buffer.from(bytes).toString()}`);
  const idsOf = (appended: readonly LogRecord[]): string[] => appended.map(({ key, bytes }) => `${key} ${Buffer.from(bytes).toString()}`);

  it('goes on with a log of the release before, whose blocks stay as they are', async () => {
    await firstLayout();
    const log = await openEmbeddedLog({ directory });
    expect(await idsIn(log)).toEqual(idsOf(records(0, 60)));
    await log.append(records(60, 40));
    await log.close();
    const again = await openEmbeddedLog({ directory });
    expect(await idsIn(again)).toEqual(idsOf(records(0, 100)));
    await again.close();
    expect(await row('SELECT block, unpacked FROM blocks WHERE id = 0')).toMatchObject({
      block: blockOf(0, records(0, 50)),
      unpacked: null,
    });
    expect(await row('SELECT length(block) < unpacked AS packed FROM blocks WHERE id = 60')).toMatchObject({ packed: 1 });
    expect(await row("SELECT value FROM settings WHERE name = 'layout'")).toMatchObject({ value: 2 });
  });

  it('takes nothing over where it refuses the log for another reason', async () => {
    await firstLayout();
    await expect(openEmbeddedLog({ directory, partitions: 4 })).rejects.toMatchObject({ code: 'log.partitions-changed' });
    expect(await row("SELECT value FROM settings WHERE name = 'layout'")).toMatchObject({ value: 1 });
  });

  it('refuses a log that a newer release wrote, with the remedy, and leaves it as it is', async () => {
    await (await openEmbeddedLog({ directory })).close();
    await change("UPDATE settings SET value = 3 WHERE name = 'layout'");
    const refused = expect(openEmbeddedLog({ directory })).rejects;
    await refused.toMatchObject({ code: 'log.newer-layout', problems: [{ facts: { layout: 3, known: 2 } }] });
    await expect(openEmbeddedLog({ directory })).rejects.toThrow(/Start a release that is at least as new/);
    expect(await row("SELECT value FROM settings WHERE name = 'layout'")).toMatchObject({ value: 3 });
  });
});
