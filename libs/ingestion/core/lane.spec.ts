import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeenIndex } from '../idempotency/seen-index';
import { VolatileLog } from '../spec/volatile-log';
import { Lane } from './lane';
import { Pages, PreparedBatch } from './prepared';

/** Deduplication switched off: the specification below must notice. */
class Forgetful extends SeenIndex {
  override look(): 'new' {
    return 'new';
  }
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-lane-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const pages = new Pages();
function event(id: string): PreparedBatch {
  const batch = new PreparedBatch(0);
  batch.add('relationships.care-started', 0, 'K-000000000000', `ehr\u0000${id}`, 'the same', pages.write('{', '{}'));
  return batch;
}

async function appendedAfterTwice(index: SeenIndex): Promise<number> {
  const log = new VolatileLog();
  const lane = new Lane(log, index, () => Promise.resolve());
  await lane.submit(event('1'));
  await lane.submit(event('1'));
  index.close();
  return log.appends.reduce((sum, count) => sum + count, 0);
}

it('appends an event once, and would append it twice without the index', async () => {
  expect(await appendedAfterTwice(new SeenIndex(join(directory, 'whole'), 4))).toBe(1);
  expect(await appendedAfterTwice(new Forgetful(join(directory, 'broken'), 4))).toBe(2);
});

it('gathers simultaneous requests into one append', async () => {
  const log = new VolatileLog();
  const index = new SeenIndex(directory, 4);
  const lane = new Lane(log, index, () => Promise.resolve());
  await Promise.all(Array.from({ length: 50 }, (_, number) => lane.submit(event(String(number)))));
  expect(log.appends).toEqual([50]);
  index.close();
});
