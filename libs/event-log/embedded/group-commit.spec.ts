import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlockStore } from './block-store';
import { GroupCommit } from './group-commit';

describe('committing in groups', () => {
  it('has the next full group under way before it tells the producers of the one before', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'plumbline-group-'));
    const store = await BlockStore.open(directory, 1);
    const happened: string[] = [];
    const commit = store.commit.bind(store);
    jest.spyOn(store, 'commit').mockImplementation((blocks) => {
      happened.push('written');
      return commit(blocks);
    });
    const writing = new GroupCommit(store, { groupRecords: 2, waitingBytes: 1_000_000 }, () => undefined);
    const append = async (name: string): Promise<void> => {
      await writing.append(['1', '2'].map((key) => ({ partitionKey: 'K-1', key: `${name}${key}`, bytes: Buffer.from('{}') })));
      happened.push(`${name} told`);
    };
    await Promise.all(['first', 'second', 'third'].map(append));
    await writing.close();
    await store.close();
    await rm(directory, { recursive: true });
    expect(happened).toEqual(['written', 'written', 'first told', 'written', 'second told', 'third told']);
  });
});
