import { sql, table } from '@plumbline/analytics-store';
import { peerBaselineComputed, storedEvent, type StoredEvent } from '@plumbline/events';
import { FixedClock } from '@plumbline/kernel';
import { closeDays, lastClosedDay, startDayClock, type CoveredTime, type DayClosingOptions, type Projector } from '@plumbline/projecting';
import { openGround, openWard, removeDirectory, rowsOf, settle, temporaryDirectory, type Ground } from './platform';

const zone = 'Europe/London';

/** One made-up figure for each computation, effective when the covered time ends. */
function baselineOf({ to, computedAt }: CoveredTime): StoredEvent {
  return storedEvent(peerBaselineComputed, {
    id: `metric/${new Date(to).toISOString().slice(0, 10)}`,
    source: 'plumbline/baselines',
    occurred: { instant: to, precision: 'day', zone },
    recordedAt: to,
    ingestedAt: computedAt,
    data: {
      metric: 'm',
      specialty: 's',
      site: '*',
      effectiveFrom: '2026-03-30',
      windowDays: 30,
      peers: 9,
      medianMilli: 1,
      percentile95Milli: 2,
      shrunkPercentile95Milli: computedAt % 1_000,
    },
  });
}

describe('closing days', () => {
  let directory: string;
  let ground: Ground;
  let projector: Projector;
  let clock: FixedClock;
  let closing: DayClosingOptions;

  beforeEach(async () => {
    directory = temporaryDirectory('days');
    ground = await openGround(directory);
    projector = await openWard(ground);
    clock = new FixedClock(Date.parse('2026-03-30T10:00:00Z'));
    const { log, store } = ground;
    closing = { log, store, projector, clock, zone, baselines: (covered) => Promise.resolve([baselineOf(covered)]) };
  });
  afterEach(async () => {
    await projector.close();
    await ground.close();
    removeDirectory(directory);
  });

  it('closes each covered day once, across a change of the clocks, and no day that is not over', async () => {
    expect(await closeDays(closing, '2026-03-27', '2026-04-02')).toEqual({ days: 3, baselines: 1 });
    await settle(ground, projector);
    const rows = await ground.store.query(sql`SELECT toString(day) AS day, recorded_at FROM ${table('closed_days')} ORDER BY day`);
    expect(rows).toEqual([
      { day: '2026-03-27', recorded_at: '2026-03-28T00:00:00.000Z' },
      { day: '2026-03-28', recorded_at: '2026-03-29T00:00:00.000Z' },
      { day: '2026-03-29', recorded_at: '2026-03-29T23:00:00.000Z' },
    ]);
    clock.advance(5);
    expect(await closeDays(closing, '2026-03-26', '2026-03-29')).toEqual({ days: 1, baselines: 0 });
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'closed_days')).toBe(4);
    expect(await rowsOf(ground.store, 'baselines')).toBe(1);
  });

  it('computes baselines from everything that was in the log', async () => {
    const readable: number[] = [];
    const watched: DayClosingOptions = {
      ...closing,
      async baselines() {
        readable.push(await rowsOf(ground.store, 'closed_days'));
        return [];
      },
    };
    await closeDays(watched, '2026-03-20', '2026-03-22');
    await closeDays(watched, '2026-03-23', '2026-03-24');
    expect(readable).toEqual([0, 3]);
  });

  it('has one owner of the clock, which waits for the grace and makes up for the days that it slept', async () => {
    clock.set(Date.parse('2026-03-30T00:30:00Z'));
    const troubles: unknown[] = [];
    const dayClock = startDayClock({ ...closing, grace: 2 * 3_600_000, onTrouble: (error) => troubles.push(error) });
    const lastAfterTick = async (): Promise<string | undefined> => {
      await dayClock.tick();
      await settle(ground, projector);
      return lastClosedDay(ground.store, zone);
    };
    expect([await lastAfterTick(), troubles]).toEqual(['2026-03-28', []]);
    clock.set(Date.parse('2026-03-30T01:00:00Z'));
    expect(await lastAfterTick()).toBe('2026-03-29');
    clock.set(Date.parse('2026-04-03T12:00:00Z'));
    expect(await lastAfterTick()).toBe('2026-04-02');
    expect(await rowsOf(ground.store, 'closed_days')).toBe(6);
    expect(troubles).toEqual([]);
    await dayClock.stop();
  });
});
