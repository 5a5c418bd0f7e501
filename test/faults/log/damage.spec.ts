import { openEmbeddedLog, verifyLog, type LogRecord } from '@plumbline/event-log';
import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './child';

const FLIPS = Number(process.env['PLUMBLINE_FLIPS'] ?? 200);

/** Stands in one record and nowhere else, so that it lies in its packed block letter by letter. */
const MARK = 'q7Zk0vXw2LhB9tRd';
const MARKED = 150;

const records: readonly LogRecord[] = Array.from({ length: 300 }, (_, index) => ({
  partitionKey: `K-${index % 17}`,
  key: `source\u0000${index}`,
  bytes: Buffer.from(JSON.stringify({ index, text: index === MARKED ? MARK : 'x'.repeat(index % 90) })),
}));

describe('damage to what is stored', () => {
  let place: string;
  let whole: string;
  let crashed: string;
  let truth: string;

  /** Everything that a reader sees, as one text; rejects where the log refuses. */
  async function readAll(directory: string): Promise<string> {
    const log = await openEmbeddedLog({ directory });
    try {
      const seen: string[] = [];
      for (const [partition, end] of (await log.ends()).entries()) {
        for (let from = 0; from < end;) {
          const { records: read, next } = await log.read(partition, from);
          for (const { key, bytes } of read) seen.push(`${partition} ${key} ${Buffer.from(bytes).toString()}`);
          from = next;
        }
      }
      return seen.join('\n');
    } finally {
      await log.close();
    }
  }

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'plumbline-damage-'));
    whole = join(place, 'whole');
    crashed = join(place, 'crashed');
    const log = await openEmbeddedLog({ directory: whole });
    for (let from = 0; from < records.length; from += 30) await log.append(records.slice(from, from + 30));
    await cp(whole, crashed, { recursive: true });
    await log.close();
    truth = await readAll(whole);
    expect(truth.split('\n')).toHaveLength(records.length);
  });

  afterAll(async () => {
    await rm(place, { recursive: true });
  });

  /** Flips one bit of one file of a copy: either nothing of the content changes, or the log refuses. Gives how often it refused. */
  async function flipBits(source: string, file: string): Promise<number> {
    const original = await readFile(join(source, file));
    const random = seeded(7);
    const copy = join(place, 'copy');
    let refused = 0;
    for (let flip = 0; flip < FLIPS; flip += 1) {
      await rm(copy, { recursive: true, force: true });
      await cp(source, copy, { recursive: true });
      const damaged = Buffer.from(original);
      const at = Math.floor(random() * damaged.length);
      damaged[at]! ^= 1 << Math.floor(random() * 8);
      await writeFile(join(copy, file), damaged);
      try {
        expect(await readAll(copy)).toBe(truth);
      } catch (error) {
        if (!/^(log|data-directory)\./.test(String((error as { code?: unknown }).code))) throw error;
        refused += 1;
      }
    }
    return refused;
  }

  it(`reads nothing wrong after any of ${FLIPS} flipped bits in the database`, async () => {
    expect(await flipBits(whole, 'log.sqlite')).toBeGreaterThan(FLIPS / 10);
  }, 300_000);

  it(`reads nothing wrong and misses nothing after any of ${FLIPS} flipped bits in the write-ahead log of a crash`, async () => {
    expect(await flipBits(crashed, 'log.sqlite-wal')).toBeGreaterThan(FLIPS / 10);
  }, 300_000);

  it('refuses to start where acknowledged records are missing from a torn tail, wherever it was torn', async () => {
    const { size } = await stat(join(crashed, 'log.sqlite-wal'));
    const random = seeded(11);
    for (let tear = 0; tear < 40; tear += 1) {
      const copy = join(place, 'torn');
      await rm(copy, { recursive: true, force: true });
      await cp(crashed, copy, { recursive: true });
      // The last 24 + 16,384 bytes are the frame that ends the last commit.
      await truncate(join(copy, 'log.sqlite-wal'), Math.floor(random() * (size - 1)));
      await expect(openEmbeddedLog({ directory: copy })).rejects.toMatchObject({ code: 'log.truncated' });
    }
  });

  it('drops in silence what was torn before it was acknowledged', async () => {
    const copy = join(place, 'unacknowledged');
    await cp(crashed, copy, { recursive: true });
    const written = await readFile(join(copy, 'log.sqlite-wal'));
    await writeFile(join(copy, 'log.sqlite-wal'), Buffer.concat([written, written.subarray(32, 9_000)]));
    expect(await readAll(copy)).toBe(truth);
  });

  it('names the first bad record of each damaged partition and verifies the others to their ends', async () => {
    const copy = join(place, 'verified');
    await cp(whole, copy, { recursive: true });
    const file = await readFile(join(copy, 'log.sqlite'));
    // A page that SQLite wrote anew leaves its old content behind, so the mark may stand in the file more than once.
    for (let at = file.indexOf(MARK); at >= 0; at = file.indexOf(MARK, at + 1)) file[at]! ^= 1;
    await writeFile(join(copy, 'log.sqlite'), file);
    const log = await openEmbeddedLog({ directory: copy });
    const verified = await verifyLog(log);
    await log.close();
    const line = truth.split('\n').find((entry) => entry.includes(`\u0000${MARKED} `)) ?? '';
    const partition = Number(line.split(' ')[0]);
    const position = truth
      .split('\n')
      .filter((entry) => entry.startsWith(`${partition} `))
      .indexOf(line);
    expect(verified.filter(({ firstBad }) => firstBad !== undefined)).toMatchObject([
      { partition, good: position, firstBad: { position, problem: { code: 'log.corrupt-record' } } },
    ]);
    for (const { partition: other, good, end } of verified) if (other !== partition) expect(good).toBe(end);
  });
});
