import { setTimeout } from 'node:timers/promises';
import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { News } from '@plumbline/projecting';
import { wardRecord, wardRecords } from './hospital';
import { changed, groundForEach, openWard, rowsOf, settle } from './platform';

describe('what the projector writes, and when it tells of it', () => {
  const ground = groundForEach('writing');

  /** The ground's store, and how many inserts into one of its tables have begun. */
  const countingInserts = (counted: string): { readonly store: AnalyticsStore; readonly count: () => number } => {
    let inserts = 0;
    const store = changed(ground.store, {
      insert: (name, rows, options) => {
        if (name === counted) inserts += 1;
        return ground.store.insert(name, rows, options);
      },
    });
    return { store, count: () => inserts };
  };

  it('tells of news only when it can be read', async () => {
    const projector = await openWard(ground);
    const missing: string[] = [];
    const seen: Promise<void>[] = [];
    let told = 0;
    projector.subscribe((news: News) => {
      for (const state of news.alertStates) {
        told += 1;
        seen.push(
          ground.store
            .query(sql`SELECT 1 AS found FROM ${table('alert_states')} WHERE alert_id = ${state.alertId} AND sequence = ${state.sequence}`)
            .then((rows) => {
              if (rows.length !== 1) missing.push(state.alertId);
            }),
        );
      }
    });
    for (let from = 0; from < 1_000; from += 50) await ground.log.append(wardRecords(from, from + 50));
    await settle(ground, projector);
    await Promise.all(seen);
    expect(told).toBe(await rowsOf(ground.store, 'alert_states'));
    expect(told).toBeGreaterThan(0);
    expect(missing).toEqual([]);
    await projector.close();
  });

  describe('while the rows of events take long to be written', () => {
    /** How many states of alerts are told of meanwhile; `queue`: a store in which they stand behind the events. */
    const toldMeanwhile = async (store: 'with ways of their own' | 'queue'): Promise<number> => {
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      let queue: Promise<void> = Promise.resolve();
      const held = changed(ground.store, {
        async insert(name, rows, options) {
          const insert = async (): Promise<void> => {
            if (name === 'events') await released;
            await ground.store.insert(name, rows, options);
          };
          if (store !== 'queue') return insert();
          queue = queue.then(insert);
          return queue;
        },
      });
      const projector = await openWard({ ...ground, store: held });
      let told = 0;
      projector.subscribe(({ alertStates }) => (told += alertStates.length));
      await ground.log.append(wardRecords(0, 10));
      await setTimeout(300);
      await ground.log.append(wardRecords(10, 1_500));
      for (let waited = 0; told === 0 && waited < 40; waited += 1) await setTimeout(100);
      const meanwhile = told;
      release();
      await settle(ground, projector);
      await projector.close();
      expect(await rowsOf(ground.store, 'events')).toBe(1_500);
      return meanwhile;
    };

    it('tells of alerts, and writes what has gathered afterwards', async () => {
      expect(await toldMeanwhile('with ways of their own')).toBeGreaterThan(0);
    });

    it('would be noticed if alerts stood behind them', async () => {
      expect(await toldMeanwhile('queue')).toBe(0);
    });
  });

  it('writes the events of small rounds together, three times a second at most', async () => {
    const inserts = countingInserts('events');
    const projector = await openWard({ ...ground, store: inserts.store });
    const since = performance.now();
    // Without commands, whose answers are not waited for so long.
    for (const record of wardRecords(10, 90).filter((_, index) => index % 20 < 19)) {
      await ground.log.append([record]);
      await setTimeout(5);
    }
    expect(inserts.count()).toBeLessThanOrEqual((performance.now() - since) / 300 + 2);
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'events')).toBe(76);
    await projector.close();
  });

  it('writes states that only renew an alert with everything else, and not after those that call people', async () => {
    /** Messages of one clinician to one patient: the third raises an alert, the next ones renew it. */
    const messages = Array.from({ length: 10 }, (_, index) => wardRecord(21 + 185 * index));
    const others = [26, 211, 396].map(wardRecord);
    const inserts = countingInserts('alert_states');
    const projector = await openWard({ ...ground, store: inserts.store });
    await ground.log.append([...messages.slice(0, 3), ...others.slice(0, 2)]);
    await settle(ground, projector);
    const told: number[] = [];
    const called = new Promise<void>((resolve) => {
      projector.subscribe(({ alertStates }) => {
        told.push(...alertStates.map(({ sequence }) => sequence));
        if (alertStates.some(({ sequence }) => sequence === 1)) resolve();
      });
    });
    const before = inserts.count();
    const since = performance.now();
    for (const record of [...messages.slice(3), ...others.slice(2)]) {
      await ground.log.append([record]);
      await setTimeout(5);
    }
    await called;
    expect(inserts.count() - before).toBeLessThanOrEqual((performance.now() - since) / 300 + 2);
    expect(told.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await projector.close();
  });
});
