import { join } from 'node:path';
import { migrate, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { isLostThread, type FoldThreads, type Projector, type ProjectorOptions } from '@plumbline/projecting';
import { wardRecords } from './hospital';
import { PartitionGroup } from './partition-group';
import { digestsOf, groundForEach, openWard, rowsOf, settle, wardThreads } from './platform';

const EVENTS = 1_600;
const SMALL: Partial<ProjectorOptions> = { limits: { events: 130, bytes: 8 << 20 } };
const brokenThreads = (count: number): FoldThreads => ({ count, module: join(__dirname, 'broken-ward.worker.ts') });

describe('folding in threads', () => {
  const ground = groundForEach('threads');

  /** An empty store beside the ground's own. */
  const besides = async (name: string): Promise<AnalyticsStore> => {
    const store = ground.store.inDatabase(name);
    await migrate(store);
    return store;
  };
  const filled = async (store: AnalyticsStore, changes: Partial<ProjectorOptions>): Promise<Readonly<Record<string, string>>> => {
    const projector = await openWard({ ...ground, store, directory: join(ground.directory, store.database) }, changes);
    await settle(ground, projector);
    await projector.close();
    return digestsOf(store);
  };

  it('makes the same rows with none, one and three threads, in rounds of any size, and when the tables are filled anew', async () => {
    await ground.log.append(wardRecords(0, EVENTS));
    const expected = await filled(await besides('with_0'), {});
    expect(expected['alert_states']).not.toMatch(/^0:/);
    expect(await filled(await besides('with_1'), { ...SMALL, foldThreads: wardThreads(1) })).toEqual(expected);
    const store = await besides('with_3');
    const projector = await openWard({ ...ground, store }, { foldThreads: wardThreads(3) });
    await settle(ground, projector);
    expect(await digestsOf(store)).toEqual(expected);
    await projector.rebuild();
    await projector.close();
    expect(await digestsOf(store)).toEqual(expected);
  });

  it('goes on from what was saved with another number of threads, and reads nothing again', async () => {
    const again: number[] = [];
    const listeners: ProjectorOptions['listeners'] = { onWork: ({ phase, total }) => phase === 'catching-up' && again.push(total) };
    for (const [turn, count] of [3, 0, 1].entries()) {
      await ground.log.append(wardRecords(turn * 500, (turn + 1) * 500));
      await filled(ground.store, { ...SMALL, listeners, foldThreads: wardThreads(count) });
    }
    expect(again).toEqual([]);
    expect(await rowsOf(ground.store, 'events')).toBe(1_500);
    expect(await digestsOf(ground.store)).toEqual(await filled(await besides('clean_pass'), {}));
  });

  it('folds every event once while partitions come and go', async () => {
    const group = new PartitionGroup(ground.log.partitions);
    const joined = (count: number): Promise<Projector> =>
      openWard(ground, { ...SMALL, membership: group.membership(), foldThreads: wardThreads(count) });
    const first = await joined(2);
    await ground.log.append(wardRecords(0, 400));
    const second = await joined(1);
    await ground.log.append(wardRecords(400, 800));
    await first.close();
    await ground.log.append(wardRecords(800, 1_200));
    await settle(ground, second);
    await second.close();
    expect(await digestsOf(ground.store)).toEqual(await filled(await besides('clean_pass'), {}));
  });

  it('sets an event aside at which a fold throws, and quotes nothing', async () => {
    await ground.log.append(wardRecords(0, 600));
    await filled(ground.store, { foldThreads: brokenThreads(2) });
    const letters = await ground.store.query(sql`SELECT * FROM ${table('dead_letters')}`);
    expect(letters).toMatchObject([{ code: 'projecting.fold-failed', source: 'ward"7' }]);
    expect(JSON.stringify(letters)).toMatch(/RangeError in .*broken-ward/);
    expect(JSON.stringify(letters)).not.toContain('Example');
    expect(await rowsOf(ground.store, 'events')).toBe(600);
  });

  it('ends with a reason where a thread dies, and a start with sound folds goes on from the checkpoints', async () => {
    await ground.log.append(wardRecords(0, 600));
    const failures: unknown[] = [];
    const projector = await openWard(ground, {
      ...SMALL,
      foldThreads: brokenThreads(2),
      listeners: { onFailure: (e) => failures.push(e) },
    });
    await settle(ground, projector);
    await ground.log.append(wardRecords(600, 1_200));
    const failure = await settle(ground, projector).catch((error: unknown) => error);
    await projector.close();
    expect(failures).toEqual([failure]);
    expect(isLostThread(failure)).toBe(true);
    const readable = await rowsOf(ground.store, 'events');
    expect([readable >= 600, readable < 1_200]).toEqual([true, true]);
    await filled(ground.store, { ...SMALL, foldThreads: wardThreads(1), foldVersion: 'mended' });
    expect(await digestsOf(ground.store)).toEqual(await filled(await besides('clean_pass'), {}));
  });
});
