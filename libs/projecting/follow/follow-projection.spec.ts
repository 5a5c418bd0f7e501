import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { AlertState } from '@plumbline/cases';
import { projections } from '@plumbline/projections';
import { followProjection, type FollowedProjection } from './follow-projection';
import { linesOf } from '../../../test/support/lines-of';
import { openSpecificationStore } from '../../../test/support/specification-store';

const alertStates = projections.filter(({ table }) => table === 'alert_states')[0]!;
const LONG = 2_000;

/** Only what the table asks for; the rest is its default. */
const aState = (alertId: string, position: number): AlertState =>
  ({ alertId, sequence: 1, state: 'new', partition: 0, position, learnedAt: 0 }) as AlertState;

describe('following tables that somebody else fills', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-follow-'));
  let store: AnalyticsStore;
  let followed: FollowedProjection;
  let written = 0;
  let told: string[] = [];
  const troubles: unknown[] = [];
  let away = false;

  const checkpointAt = async (position: number, changes: { rebuilding_to?: number; without?: string } = {}): Promise<void> => {
    written += 1;
    const { without, ...columns } = changes;
    const rows = projections
      .filter(({ table }) => table !== without)
      .map(({ table }) => ({ target: table, partition: 0, position, row_count: 0, version: '1', written, ...columns }));
    await store.insert('checkpoints', rows, { token: `checkpoints-${String(written)}` });
  };
  const write = (state: AlertState): Promise<void> => store.insert('alert_states', linesOf(alertStates, [state]), { token: state.alertId });
  const until = async (condition: () => boolean): Promise<void> => {
    for (const deadline = Date.now() + 2 * LONG; !condition() && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(condition()).toBe(true);
  };

  beforeAll(async () => {
    store = await openSpecificationStore(directory);
    await migrate(store);
    const reaching: AnalyticsStore = Object.assign(Object.create(store) as AnalyticsStore, {
      query: (statement: Parameters<AnalyticsStore['query']>[0]) =>
        away ? Promise.reject(new Error('connection refused')) : store.query(statement),
    });
    followed = await followProjection({
      log: { ends: () => Promise.resolve([10]) },
      store: reaching,
      onTrouble: (error) => troubles.push(error),
      onRecovery: () => troubles.push('recovered'),
    });
    followed.subscribe((news) => {
      told.push(...news.alertStates.map(({ alertId }) => alertId));
    });
  });
  beforeEach(() => {
    told = [];
  });
  afterAll(async () => {
    await followed.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it('misses nothing of a partition that nobody had folded when it began', async () => {
    await write(aState('first', 1));
    await checkpointAt(2);
    await until(() => told.length > 0);
    expect(told).toEqual(['first']);
  });

  it('tells of what lies beyond a checkpoint at once, and not again when another owner has taken it out and written it anew', async () => {
    await write(aState('early', 2));
    await until(() => told.length > 0);
    await store.execute(sql`ALTER TABLE ${table('alert_states')} DELETE WHERE position = 2 SETTINGS mutations_sync = 2`);
    await store.insert('alert_states', linesOf(alertStates, [aState('early', 2), aState('later', 3)]), { token: 'anew' });
    await until(() => told.length > 1);
    await checkpointAt(4);
    await followed.waitForPosition({ partition: 0, position: 3 }, AbortSignal.timeout(LONG));
    expect(told).toEqual(['early', 'later']);
  });

  it('counts a position as passed when every table has it, and not before', async () => {
    await checkpointAt(5, { without: 'events' });
    await expect(followed.waitForPosition({ partition: 0, position: 4 }, AbortSignal.timeout(150))).rejects.toThrow();
    await checkpointAt(5);
    await followed.waitForPosition({ partition: 0, position: 4 }, AbortSignal.timeout(LONG));
  });

  it('says that tables are filled anew in their place, and tells nothing twice', async () => {
    await checkpointAt(1, { rebuilding_to: 5 });
    expect(await followed.behind()).toBe(9);
    expect(followed.rebuilding()).toEqual([0]);
    await expect(followed.waitForPosition({ partition: 0, position: 4 }, AbortSignal.timeout(150))).rejects.toThrow();
    await checkpointAt(5);
    await followed.waitForPosition({ partition: 0, position: 4 }, AbortSignal.timeout(LONG));
    expect(followed.rebuilding()).toEqual([]);
    // Of another version of the patterns, which raised one more before: what is filled anew is no news.
    await store.insert('alert_states', linesOf(alertStates, [aState('of old', 4), aState('newest', 5)]), { token: 'filled-anew' });
    await until(() => told.length > 0);
    expect(told).toEqual(['newest']);
  });

  it('goes on when the store is back, and says once that it was away', async () => {
    away = true;
    await until(() => troubles.length > 0);
    const waiting = followed.waitForPosition({ partition: 0, position: 6 }, AbortSignal.timeout(2 * LONG));
    await checkpointAt(7);
    away = false;
    await waiting;
    await until(() => troubles.includes('recovered'));
    expect(troubles).toHaveLength(2);
  });
});
