import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Bloom } from './bloom';
import { digestOf } from './digest';
import { SeenIndex } from './seen-index';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-seen-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const entry = (index: number) => ({ keyHash: digestOf(`key ${String(index)}`), contentHash: digestOf(`content ${String(index)}`) });
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => entry(from + index));

it('knows what it was told, in memory, on disk and after a restart, and nothing else', () => {
  const COUNT = 20_000;
  const index = new SeenIndex(directory, 2);
  for (let from = 0; from < COUNT; from += 1_000) index.add(entries(from, from + 1_000), [{ partition: 1, position: from + 999 }]);
  const all = (asked: SeenIndex): void => {
    for (const { keyHash, contentHash } of entries(0, COUNT))
      if (asked.contentOf(keyHash) !== contentHash) throw new Error('a key was lost');
    for (const { keyHash } of entries(COUNT, COUNT * 2)) if (asked.contentOf(keyHash) !== undefined) throw new Error('a key was invented');
  };
  all(index);
  index.close();
  const again = new SeenIndex(directory, 2);
  all(again);
  expect(again.checkpoint).toEqual([0, COUNT]);
  again.close();
});

it('never says that it covers more of the log than its rows do', () => {
  const index = new SeenIndex(directory, 1);
  index.add(entries(0, 8_192), [{ partition: 0, position: 8_191 }]);
  index.add(entries(8_192, 9_000), [{ partition: 0, position: 8_999 }]);
  // A kill: nothing is closed. What was not written is not claimed either.
  const after = new SeenIndex(directory, 1);
  expect(after.checkpoint).toEqual([8_192]);
  expect(after.contentOf(entry(8_191).keyHash)).toBe(entry(8_191).contentHash);
  expect(after.contentOf(entry(8_192).keyHash)).toBeUndefined();
  after.close();
  index.close();
});

it('keeps the first content of a key', () => {
  const index = new SeenIndex(directory, 1);
  index.add([entry(1)], []);
  index.add([{ keyHash: entry(1).keyHash, contentHash: digestOf('other') }], []);
  expect(index.contentOf(entry(1).keyHash)).toBe(entry(1).contentHash);
  index.close();
});

it('a filter never denies what it holds, and seldom claims what it does not', () => {
  const bloom = new Bloom(1_000);
  for (let value = 0; value < 1_000; value += 1) bloom.add(Math.imul(value, 0x9e3779b1), Math.imul(value, 0x85ebca6b));
  let claimed = 0;
  for (let value = 0; value < 1_000; value += 1) {
    expect(bloom.mayHold(Math.imul(value, 0x9e3779b1), Math.imul(value, 0x85ebca6b))).toBe(true);
    if (bloom.mayHold(Math.imul(value + 5_000, 0x9e3779b1), Math.imul(value + 5_000, 0x85ebca6b))) claimed += 1;
  }
  expect(claimed).toBeLessThan(20);
});

it('throws an index of another layout away, so that it is read from the log again', () => {
  const index = new SeenIndex(directory, 1);
  index.add([entry(1)], [{ partition: 0, position: 0 }]);
  index.close();
  const database = new Database(join(directory, 'seen.sqlite'));
  database.exec('PRAGMA user_version = 1');
  database.close();
  const fresh = new SeenIndex(directory, 1);
  expect(fresh.checkpoint).toEqual([0]);
  expect(fresh.contentOf(entry(1).keyHash)).toBeUndefined();
  fresh.close();
});
