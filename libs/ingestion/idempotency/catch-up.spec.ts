import { sha256 } from '@plumbline/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catchUp } from './catch-up';
import { entryOf } from './digest';
import { SeenIndex } from './seen-index';

const directory = mkdtempSync(join(tmpdir(), 'plumbline-catch-up-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const event = (key: string, partitionKey: string): { readonly key: string; readonly json: string } => ({
  key,
  json: `{"id":"${key}","partitionkey":"${partitionKey}","recordedtime":"2026-03-02T12:00:00.000Z","ingestedtime":"2026-03-02T12:00:00.000Z","data":{"note":"\\"partitionkey\\":\\"*\\""}}`,
});

/** A log of these events in these partitions, as a transport left them that copies into each partition by itself. */
function logOf(...partitions: readonly (readonly ReturnType<typeof event>[])[]) {
  return {
    partitions: partitions.length,
    read: (partition: number, from: number) => {
      const records = (partitions[partition] ?? []).slice(from).map(({ key, json }, index) => {
        const bytes = Buffer.from(json);
        return { partition, position: from + index, key, bytes, hash: sha256(bytes) };
      });
      return Promise.resolve({ partition, records, next: from + records.length });
    },
  };
}

describe('catching up with the log', () => {
  it('knows an event for everybody when every partition has it, and not when its sender died between two copies', async () => {
    const index = new SeenIndex(join(directory, 'everybody'), 3);
    const whole = event('whole', '*');
    const torn = event('torn', '*');
    const single = event('single', 'K-000000000001');
    await catchUp(logOf([whole, torn, torn], [single, whole], [whole]), index, () => undefined);
    expect(index.look(entryOf('whole', ''), 0)).toBe('other');
    expect(index.look(entryOf('single', ''), 0)).toBe('other');
    expect(index.look(entryOf('torn', ''), 0)).toBe('new');
    index.close();
  });

  it('knows it once it was sent again to all of them', async () => {
    const index = new SeenIndex(join(directory, 'again'), 2);
    const torn = event('torn', '*');
    await catchUp(logOf([torn], []), index, () => undefined);
    expect(index.look(entryOf('torn', ''), 0)).toBe('new');
    await catchUp(logOf([torn, torn], [torn]), index, () => undefined);
    expect(index.look(entryOf('torn', ''), 0)).toBe('other');
    index.close();
  });
});
