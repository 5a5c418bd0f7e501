import { migrate, openAnalyticsStore, sql, table, type AnalyticsStore, type InsertOptions } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';
import type { News, Projector, ProjectorOptions } from '@plumbline/projecting';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { wardRecords } from './hospital';
import { PartitionGroup } from './partition-group';
import {
  changed,
  digestsOf,
  openGround,
  openGroundOverHttp,
  openWard,
  removeDirectory,
  rowsOf,
  settle,
  temporaryDirectory,
  type Ground,
} from './platform';

const unreachable = (): ProblemError =>
  new ProblemError({ code: 'analytics-store.unreachable', reason: 'No answer came.', remedy: 'Wait.' });
const SMALL: Partial<ProjectorOptions> = { limits: { events: 80, bytes: 8 << 20 } };

describe('projectors that share the partitions', () => {
  let directory: string;
  let ground: Ground;
  let group: PartitionGroup;
  let open: Projector[];

  beforeEach(async () => {
    directory = temporaryDirectory('shared');
    ground = await openGround(directory);
    group = new PartitionGroup(ground.log.partitions);
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((projector) => projector.close()));
    await ground.close();
    removeDirectory(directory);
  });

  const joined = async (changes: Partial<ProjectorOptions> = {}): Promise<Projector> => {
    const projector = await openWard(ground, { ...SMALL, membership: group.membership(), ...changes });
    open.push(projector);
    return projector;
  };
  const append = (from: number, to: number): Promise<unknown> => ground.log.append(wardRecords(from, to));
  /** Everything that is in the log now has been passed by whoever owns its partition. */
  const allRead = async (projectors: readonly Projector[]): Promise<void> => {
    const ends = await ground.log.ends();
    const late = AbortSignal.timeout(20_000);
    for (const [partition, end] of ends.entries()) {
      if (end === 0) continue;
      const position = { partition, position: end - 1 };
      await Promise.any(projectors.map((projector) => projector.waitForPosition(position, late)));
    }
  };
  /** The tables hold what one process alone would have put there. */
  const expectCleanPass = async (): Promise<void> => {
    const clean = ground.store.inDatabase('clean_pass');
    await migrate(clean);
    const alone = await openWard(ground, { store: clean, directory: join(directory, 'alone') });
    await settle(ground, alone);
    await alone.close();
    expect(await digestsOf(ground.store)).toEqual(await digestsOf(clean));
  };

  it('fold every event once while some join and leave', async () => {
    const first = await joined();
    await append(0, 400);
    const second = await joined();
    await append(400, 800);
    const third = await joined();
    expect([first, second, third].map((projector) => projector.positions().size)).toEqual([2, 1, 1]);
    await append(800, 1_200);
    await second.close();
    await append(1_200, 1_600);
    await allRead([first, third]);
    expect(await rowsOf(ground.store, 'events')).toBe(1_600);
    await third.close();
    await append(1_600, 1_700);
    await allRead([first]);
    await expectCleanPass();
  });

  describe.each([
    ['in one process', openGround],
    ['over HTTP', openGroundOverHttp],
  ])('when one that was paused wakes up after its partitions went to another, %s', (_where, openStore) => {
    beforeEach(async () => {
      await ground.close();
      removeDirectory(directory);
      ground = await openStore(directory);
    });
    /** A projector whose inserts wait, as those of a stopped process do, from the moment of `pause` until `wake`. */
    const paused = async (broken: 'not' | 'without-fence'): Promise<{ projector: Projector; wake: () => void; troubles: string[] }> => {
      let wake: () => void = () => undefined;
      const asleep = new Promise<void>((resolve) => (wake = resolve));
      const troubles: string[] = [];
      const store: AnalyticsStore = changed(ground.store, {
        async insert(name, rows, options) {
          if (name === 'partition_epochs') return ground.store.insert(name, rows, options);
          await asleep;
          const unfenced: InsertOptions = { token: options.token };
          return ground.store.insert(name, rows, broken === 'not' ? options : unfenced);
        },
      });
      const projector = await joined({ store, listeners: { onTrouble: ({ code }) => troubles.push(code) } });
      return { projector, wake, troubles };
    };
    const takenFromASleeper = async (broken: 'not' | 'without-fence'): Promise<string[]> => {
      const { wake, troubles } = await paused(broken);
      await append(0, 500);
      await group.expel(0);
      const other = await joined();
      await allRead([other]);
      expect(await rowsOf(ground.store, 'events')).toBe(500);
      wake();
      await append(500, 700);
      await allRead([other]);
      return troubles;
    };

    it('it leaves nothing behind and lets go', async () => {
      const troubles = await takenFromASleeper('not');
      expect(await rowsOf(ground.store, 'events')).toBe(700);
      expect(troubles).toContain('projecting.partition-taken-over');
      await expectCleanPass();
    });

    it('it would double rows if its inserts did not depend on its epoch', async () => {
      await takenFromASleeper('without-fence');
      expect(await rowsOf(ground.store, 'events')).toBeGreaterThan(700);
    });
  });

  it('waits for an insert of the earlier owner that is under way', async () => {
    const earlier = await joined();
    await append(0, 100);
    await allRead([earlier]);
    const [epoch] = await ground.store.query<{ owner: string }>(sql`SELECT owner FROM ${table('partition_epochs')} LIMIT 1`);
    // Another connection to the same engine, as another process has to a server.
    const besides = await openAnalyticsStore({ path: join(directory, 'analytics') });
    let done = false;
    const slow = besides
      .execute(
        sql`INSERT INTO ${table('deliveries')} (notification) SELECT ${epoch?.owner ?? ''} FROM numbers(3) WHERE sleepEachRow(0.5) = 0`,
      )
      .then(() => (done = true));
    await group.expel(0);
    await joined();
    expect(done).toBe(true);
    await slow;
    await besides.close();
  });

  it('refill their partitions in place when patterns change, say so meanwhile, and tell of no alert again', async () => {
    const before = await joined();
    await append(0, 1_500);
    await allRead([before]);
    await before.close();
    const digests = await digestsOf(ground.store);
    const news: News[] = [];
    const seen: (readonly number[])[] = [];
    const reasons: string[] = [];
    const after = await joined({
      foldVersion: 'ward-2',
      listeners: { onRebuild: (reason) => reasons.push(reason), onRound: () => seen.push(open.at(-1)?.rebuilding() ?? []) },
    });
    after.subscribe((told) => news.push(told));
    const [marked] = await ground.store.query<{ amount: number }>(
      sql`SELECT count() AS amount FROM ${table('checkpoints')} WHERE rebuilding_to > 0`,
    );
    expect(marked?.amount).toBeGreaterThan(0);
    await allRead([after]);
    expect(reasons).toEqual(['patterns or projections have changed']);
    expect(seen.some((partitions) => partitions.length > 0)).toBe(true);
    expect(after.rebuilding()).toEqual([]);
    expect(await digestsOf(ground.store)).toEqual(digests);
    await append(1_500, 1_600);
    await allRead([after]);
    const told = news.flatMap(({ alertStates }) => alertStates);
    const [newer] = await ground.store.query<{ amount: number }>(sql`SELECT count() AS amount FROM ${table('alert_states')}`);
    const ofBefore = Number(digests['alert_states']?.split(':')[0]);
    expect(told).toHaveLength((newer?.amount ?? 0) - ofBefore);
  });

  it('fold again what could not be written when a partition was revoked', async () => {
    let away = false;
    const store = changed(ground.store, {
      insert: (name, rows, options) => (away ? Promise.reject(unreachable()) : ground.store.insert(name, rows, options)),
    });
    const first = await joined({ store });
    await append(0, 300);
    await allRead([first]);
    away = true;
    await append(300, 600);
    const joining = joined();
    // What is torn is taken over anew at once, and the group hands nothing out before that; so the store comes back when partitions were let go.
    while (first.positions().size === ground.log.partitions) await setTimeout(5);
    away = false;
    const second = await joining;
    await allRead([first, second]);
    await expectCleanPass();
  });
});
