import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';
import { projectedTables, type FoldFactory, type ProjectorOptions } from '@plumbline/projecting';
import { wardFolds, wardRecords } from './hospital';
import { changed, digestsOf, openGround, openWard, removeDirectory, rowsOf, settle, temporaryDirectory, type Ground } from './platform';

const MORE = 240;
const SMALL: Partial<ProjectorOptions> = { limits: { events: 80, bytes: 8 << 20 } };

describe('a start after a mishap', () => {
  let directory: string;
  let ground: Ground;
  let events = 0;
  let digests: Readonly<Record<string, string>>;

  beforeAll(async () => {
    directory = temporaryDirectory('recovery');
    ground = await openGround(directory);
  });
  afterAll(async () => {
    await ground.close();
    removeDirectory(directory);
  });
  // Each finds sound tables with a few rounds more.
  beforeEach(async () => {
    await append(MORE);
    expect(await start()).toEqual([]);
    digests = await digestsOf(ground.store);
  });

  const append = async (more: number): Promise<void> => {
    await ground.log.append(wardRecords(events, events + more));
    events += more;
  };
  const forgetSnapshots = (): void => {
    rmSync(join(directory, 'projecting', 'snapshots'), { recursive: true });
  };
  /** A few rounds more whose checkpoints are lost. (Older ones cannot be uncovered by deleting: merges have thrown them away.) */
  const roundsWithoutCheckpoints = async (): Promise<void> => {
    const earlier = await ground.store.query(sql`SELECT * FROM ${table('checkpoints')} FINAL`);
    await append(MORE);
    await start();
    digests = await digestsOf(ground.store);
    await ground.store.execute(sql`TRUNCATE TABLE ${table('checkpoints')}`);
    await ground.store.insert('checkpoints', earlier, { token: `earlier-${String(events)}` });
  };
  /** The reasons for which tables were filled anew. */
  const start = async (changes: Partial<ProjectorOptions> = {}): Promise<string[]> => {
    const reasons: string[] = [];
    const projector = await openWard(ground, {
      ...SMALL,
      ...changes,
      listeners: { ...changes.listeners, onRebuild: (reason) => reasons.push(reason) },
    });
    await settle(ground, projector);
    await projector.close();
    return reasons;
  };

  /** What is in the tables is what one undisturbed pass over the log puts there. */
  const expectCleanPass = async (): Promise<void> => {
    digests = await digestsOf(ground.store);
    await ground.store.execute(sql`TRUNCATE TABLE ${table('checkpoints')}`);
    for (const { table: name } of projectedTables) await ground.store.execute(sql`TRUNCATE TABLE ${table(name)}`);
    forgetSnapshots();
    await start({ limits: { events: 10_000, bytes: 8 << 20 } });
    expect(await digestsOf(ground.store)).toEqual(digests);
  };

  it.each(['events', 'alert_states', 'rosters'])('fills the tables anew when a power cut took rows of %s', async (name) => {
    await ground.store.execute(sql`ALTER TABLE ${table(name)} DELETE WHERE position % 3 = 0 SETTINGS mutations_sync = 2`);
    expect(await digestsOf(ground.store)).not.toEqual(digests);
    expect(await start()).toEqual([`rows are missing or left over in ${name}`]);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('would not notice without counting', async () => {
    await ground.store.execute(sql`ALTER TABLE ${table('events')} DELETE WHERE position % 3 = 0 SETTINGS mutations_sync = 2`);
    expect(await start({ recheck: false })).toEqual([]);
    expect(await digestsOf(ground.store)).not.toEqual(digests);
    expect(await start()).toEqual(['rows are missing or left over in events']);
  });

  it('finds the rows that are left over', async () => {
    const first = await ground.store.query<Record<string, unknown>>(sql`SELECT * FROM ${table('closed_days')} ORDER BY position LIMIT 1`);
    await ground.store.insert('closed_days', [{ ...first[0], recorded_at: 0 }], { token: 'stray' });
    expect(await start()).toEqual(['rows are missing or left over in closed_days']);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('takes out rows beyond the checkpoints and folds them again', async () => {
    await roundsWithoutCheckpoints();
    expect(await start()).toEqual([]);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('would double them if it did not take them out', async () => {
    await roundsWithoutCheckpoints();
    await start({ store: changed(ground.store, { execute: () => Promise.resolve() }) });
    expect(await rowsOf(ground.store, 'events')).toBeGreaterThan(events);
    expect(await start()).toEqual([expect.stringContaining('rows are missing or left over in')]);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('puts rows back whose tokens ClickHouse remembers although they are gone', async () => {
    await roundsWithoutCheckpoints();
    const position = Math.min(...(await ground.log.ends())) - 20;
    for (const name of ['events', 'alert_states', 'undetermined'])
      await ground.store.execute(sql`ALTER TABLE ${table(name)} DELETE WHERE position >= ${position} SETTINGS mutations_sync = 2`);
    expect(await digestsOf(ground.store)).not.toEqual(digests);
    await start();
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('needs no snapshots', async () => {
    forgetSnapshots();
    expect(await start()).toEqual([]);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('fills the tables anew when a rebuild was cut short between two exchanges', async () => {
    const other = ground.store.inDatabase('plumbline_rebuild');
    await ground.store.execute(sql`CREATE DATABASE plumbline_rebuild ENGINE = Atomic`);
    await ground.store.execute(sql`CREATE TABLE plumbline_rebuild.events AS plumbline.events`);
    await ground.store.execute(sql`EXCHANGE TABLES plumbline.events AND plumbline_rebuild.events`);
    expect(await rowsOf(other, 'events')).toBe(events);
    expect(await start()).toEqual(['rows are missing or left over in events']);
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('goes on when the store comes back, and doubles nothing that was carried out without an answer', async () => {
    await append(300);
    const problems: string[] = [];
    const listeners = { onTrouble: (problem: ProblemError) => problems.push(problem.code) };
    await start({ store: withoutAnswers(ground.store, 6), listeners });
    // Tables that are written at once fail in one attempt, and each attempt is told.
    expect(problems.length).toBeGreaterThan(1);
    expect(new Set(problems)).toEqual(new Set(['analytics-store.unreachable']));
    expect(await rowsOf(ground.store, 'events')).toBe(events);
    await expectCleanPass();
  });

  it('goes on filling tables beside the old ones when the store comes back, and doubles nothing', async () => {
    const problems: string[] = [];
    const listeners = { onTrouble: (problem: ProblemError) => problems.push(problem.code) };
    const projector = await openWard(ground, { ...SMALL, store: besideWithoutAnswers(ground.store, 6), listeners });
    await projector.rebuild();
    await projector.close();
    expect(problems.length).toBeGreaterThan(1);
    expect(await digestsOf(ground.store)).toEqual(digests);
    await expectCleanPass();
  });

  it('gives filling up when it is closed while the store is away, and leaves the old tables', async () => {
    const listeners: NonNullable<ProjectorOptions['listeners']> = {};
    const troubled = new Promise<unknown>((resolve) => (listeners.onTrouble = resolve));
    const projector = await openWard(ground, { ...SMALL, store: besideWithoutAnswers(ground.store, Number.POSITIVE_INFINITY), listeners });
    const rebuilding = projector.rebuild();
    await troubled;
    await projector.close();
    await rebuilding;
    expect(await digestsOf(ground.store)).toEqual(digests);
    await expectCleanPass();
  });

  it('sets an event aside that a fold cannot take, the same in every replay, and folds it when it was mended', async () => {
    const poison = `event-${String(events + 150)}`;
    const createFolds: FoldFactory = (partition, restored) => {
      const folds = wardFolds(partition, restored);
      const apply = folds.patterns.apply.bind(folds.patterns);
      folds.patterns.apply = (event, at) => {
        apply(event, at);
        if (event.id === poison) throw new RangeError('the fold is broken by Mrs Example');
      };
      return folds;
    };
    await append(400);
    let deadLetters = 0;
    const listeners: ProjectorOptions['listeners'] = { onRound: (round) => (deadLetters += round.deadLetters) };
    expect(await start({ createFolds, listeners, foldVersion: 'broken' })).toEqual(['patterns or projections have changed']);
    await append(80);
    expect(await start({ createFolds, listeners, foldVersion: 'broken' })).toEqual([]);
    expect(await rowsOf(ground.store, 'events')).toBe(events);
    const letters = await ground.store.query(sql`SELECT * FROM ${table('dead_letters')}`);
    expect(letters).toMatchObject([{ code: 'projecting.fold-failed', source: 'ward"7' }]);
    expect(JSON.stringify(letters)).toMatch(/RangeError in .*recovery\.spec/);
    expect(JSON.stringify(letters)).not.toContain('Example');
    const broken = await digestsOf(ground.store);
    forgetSnapshots();
    expect(await start({ createFolds, foldVersion: 'broken', limits: { events: 10_000, bytes: 8 << 20 } })).toEqual([]);
    expect(await digestsOf(ground.store)).toEqual(broken);
    const projector = await openWard(ground, { createFolds, foldVersion: 'broken' });
    await projector.rebuild();
    await projector.close();
    expect(await digestsOf(ground.store)).toEqual(broken);

    expect(await start()).toEqual(['patterns or projections have changed']);
    expect(await rowsOf(ground.store, 'dead_letters')).toBe(0);
    await expectCleanPass();
  });

  it('counts an event that is set aside while live, and lets everything after it through', async () => {
    let deadLetters = 0;
    const createFolds: FoldFactory = (partition, restored) => ({
      ...wardFolds(partition, restored),
      route: () => {
        throw new Error('no route');
      },
    });
    const projector = await openWard(ground, {
      ...SMALL,
      createFolds,
      listeners: { onRound: (round) => (deadLetters += round.deadLetters) },
    });
    await append(200);
    await settle(ground, projector);
    await projector.close();
    expect(deadLetters).toBeGreaterThan(0);
    expect(await rowsOf(ground.store, 'dead_letters')).toBe(deadLetters);
    expect(await rowsOf(ground.store, 'events')).toBe(events);
    // The same fold version with other folds is what a release must not be; the tables would keep what the broken one made.
    expect(await start({ foldVersion: 'mended' })).toEqual(['patterns or projections have changed']);
    expect(await start()).toEqual(['patterns or projections have changed']);
    await expectCleanPass();
  });
});

const unreachable = (): ProblemError =>
  new ProblemError({ code: 'analytics-store.unreachable', reason: 'No answer came.', remedy: 'Wait.' });

/** A store whose first inserts fail for the caller: every other one after it was carried out, the rest before. */
function withoutAnswers(store: AnalyticsStore, failures: number): AnalyticsStore {
  let failed = 0;
  return changed(store, {
    async insert(name, rows, options) {
      // A start that finds no store says so, and so does the making of tables; this is about the time after.
      if (name === 'partition_epochs' || name === 'migrations') return store.insert(name, rows, options);
      failed += 1;
      if (failed > failures || failed % 2 === 0) await store.insert(name, rows, options);
      if (failed <= failures) throw unreachable();
    },
  });
}

/** The same of the tables that are filled beside its own. */
const besideWithoutAnswers = (store: AnalyticsStore, failures: number): AnalyticsStore =>
  changed(store, { inDatabase: (database) => withoutAnswers(store.inDatabase(database), failures) });
