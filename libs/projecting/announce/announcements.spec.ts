import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import type { AlertState } from '@plumbline/cases';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { projections } from '@plumbline/projections';
import { linesOf } from '../../../test/support/lines-of';
import { openSpecificationStore } from '../../../test/support/specification-store';
import { followProjection, type FollowedProjection } from '../follow/follow-projection';
import { announcementRecord, type Announcement } from './announcement';

const alertStates = projections.filter(({ table }) => table === 'alert_states')[0]!;
const LONG = 4_000;
/** Sooner than the tables are looked at without being asked. */
const SOON = 500;

const aState = (alertId: string, position: number): AlertState =>
  ({ alertId, sequence: 1, state: 'new', partition: 0, position, learnedAt: 0 }) as AlertState;

describe('announcements', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-announcements-'));
  let store: AnalyticsStore;
  let log: EventLog;
  let followed: FollowedProjection;
  let told: string[];
  let away = false;
  let deaf: unknown[];
  let number = 0;
  /** Positions go on from one specification to the next, as those of a log. */
  let next = 0;

  const write = (...states: readonly AlertState[]): Promise<void> =>
    store.insert('alert_states', linesOf(alertStates, states), { token: `states-${String((number += 1))}` });
  const announce = async (from: number, to: number, states: Announcement['states']): Promise<void> => {
    await log.append([announcementRecord({ stretches: [{ partition: 0, from, to }], states }, 'projector', (number += 1))]);
  };
  const until = async (condition: () => boolean, within: number): Promise<void> => {
    for (const deadline = Date.now() + within; !condition() && Date.now() < deadline;)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const untilTold = async (expected: readonly string[], within: number): Promise<void> => {
    await until(() => told.length >= expected.length, within);
    expect(told).toEqual(expected);
  };

  beforeAll(async () => {
    store = await openSpecificationStore(join(directory, 'analytics'));
    await migrate(store);
    log = await openEmbeddedLog({ directory: join(directory, 'announcements'), partitions: 1 });
  });
  beforeEach(async () => {
    [told, deaf] = [[], []];
    const reaching: AnalyticsStore = Object.assign(Object.create(store) as AnalyticsStore, {
      query: (statement: Parameters<AnalyticsStore['query']>[0]) =>
        away ? Promise.reject(new Error('connection refused')) : store.query(statement),
    });
    followed = await followProjection({
      ...{ log: { ends: () => Promise.resolve([1_000]) }, store: reaching, announcements: log },
      onDeafness: (error) => deaf.push(error),
    });
    followed.subscribe((news) => {
      told.push(...news.alertStates.map(({ alertId }) => alertId));
    });
    // It looks once by itself when it begins; then it has told of everything up to here.
    await write(aState('before', next));
    await announce(0, next + 1, undefined);
    await until(() => told.includes('before'), LONG);
    next += 1;
    told = [];
  });
  afterEach(() => followed.close());
  afterAll(async () => {
    await log.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it('are told of without anything being read, and while nothing can be read', async () => {
    away = true;
    await announce(next, next + 2, [aState('one', next), aState('two', next + 1)]);
    await untilTold(['one', 'two'], SOON);
    away = false;
    next += 2;
  });

  it('make whoever missed one look into the tables, and tell of each state once', async () => {
    await write(aState('missed', next), aState('heard', next + 5));
    await announce(next + 5, next + 6, [aState('heard', next + 5)]);
    await untilTold(['missed', 'heard'], SOON);
    await announce(next + 6, next + 7, [aState('later', next + 6)]);
    await untilTold(['missed', 'heard', 'later'], SOON);
    next += 7;
  });

  it('say no more than the stretch where states are too many', async () => {
    const states = Array.from({ length: 201 }, (_, index) => aState(`many-${String(index)}`, next + index));
    await write(...states);
    await announce(next, next + 201, states);
    await untilTold(
      states.map(({ alertId }) => alertId),
      LONG,
    );
    next += 201;
  });

  it('tell nothing twice where the next owner of a partition says it again', async () => {
    await announce(next, next + 2, [aState('first', next)]);
    await untilTold(['first'], SOON);
    await announce(next, next + 3, [aState('first', next), aState('second', next + 2)]);
    await untilTold(['first', 'second'], SOON);
    next += 3;
  });

  it('are found in the tables where the last one was lost', async () => {
    await write(aState('unsaid', next));
    await untilTold(['unsaid'], LONG);
    next += 1;
  });

  it('that are none are left behind, said once, and the tables are looked at until one is heard again', async () => {
    await log.append([{ partitionKey: 'somebody', key: 'strange', bytes: Buffer.from('{}') }]);
    await write(aState('meanwhile', next));
    await untilTold(['meanwhile'], SOON);
    expect(deaf).toHaveLength(1);
    // It tries again after a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await announce(next + 1, next + 2, [aState('afterwards', next + 1)]);
    await untilTold(['meanwhile', 'afterwards'], SOON);
    expect(deaf).toHaveLength(1);
    next += 2;
  });
});
