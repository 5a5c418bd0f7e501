import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Bloom } from './bloom';
import { entryOf } from './digest';
import { SeenIndex } from './seen-index';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-seen-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const entry = (index: number, content = `content ${index}`) => entryOf(`key ${index}`, content);
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => entry(from + index));

/** Adds entries and then the position of the last one, as who appends them does. */
function add(index: SeenIndex, from: number, to: number, partition = 0): void {
  for (const each of entries(from, to)) index.add(each);
  index.reach(partition, to);
}

it('knows what it was told, in memory, on disk and after a restart, and nothing else', () => {
  const COUNT = 20_000;
  const index = new SeenIndex(directory, 2);
  for (let from = 0; from < COUNT; from += 1_000) add(index, from, from + 1_000, 1);
  const all = (asked: SeenIndex): void => {
    for (const known of entries(0, COUNT)) if (asked.look(known, 0) !== 'same') throw new Error('a key was lost');
    for (const unknown of entries(COUNT, COUNT * 2)) if (asked.look(unknown, 0) !== 'new') throw new Error('a key was invented');
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
  add(index, 0, 8_192);
  add(index, 8_192, 9_000);
  // A kill: nothing is closed. What was not written is not claimed either.
  const after = new SeenIndex(directory, 1);
  expect(after.checkpoint).toEqual([8_192]);
  expect(after.look(entry(8_191), 0)).toBe('same');
  expect(after.look(entry(8_192), 0)).toBe('new');
  after.close();
  index.close();
});

it('keeps the first content of a key', () => {
  const index = new SeenIndex(directory, 1);
  index.add(entry(1));
  index.add(entry(1, 'other'));
  expect(index.look(entry(1), 0)).toBe('same');
  expect(index.look(entry(1, 'other'), 0)).toBe('other');
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
  add(index, 1, 2);
  index.close();
  const database = new Database(join(directory, 'seen.sqlite'));
  database.exec('PRAGMA user_version = 1');
  database.close();
  const fresh = new SeenIndex(directory, 1);
  expect(fresh.checkpoint).toEqual([0]);
  expect(fresh.look(entry(1), 0)).toBe('new');
  fresh.close();
});
