import { FixedClock } from '@plumbline/kernel';
import { createLogger } from '@plumbline/runtime';
import { ProjectionWatch } from './projection-watch';

const NINE = Date.parse('2026-03-30T09:00:00Z');

function watched(): {
  readonly watch: ProjectionWatch;
  readonly clock: FixedClock;
  readonly lines: string[];
  readonly progress: { behind: number | Error; rebuilding: number[] };
} {
  const clock = new FixedClock(NINE);
  const lines: string[] = [];
  const progress: { behind: number | Error; rebuilding: number[] } = { behind: 0, rebuilding: [] };
  const port = {
    behind: () => (progress.behind instanceof Error ? Promise.reject(progress.behind) : Promise.resolve(progress.behind)),
    rebuilding: () => progress.rebuilding,
  };
  const logger = createLogger({ name: 'spec', level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { watch: new ProjectionWatch(port, clock, logger), clock, lines, progress };
}

describe('Tables that no longer follow the log', () => {
  it('are stale since they were last seen close to it, and fresh when they have caught up', async () => {
    const { watch, clock, progress } = watched();
    clock.advance(60_000);
    await watch.look();
    expect(watch.staleSince).toBeNull();
    progress.behind = 50_000;
    clock.advance(9_000);
    await watch.look();
    expect(watch.staleSince).toBeNull();
    clock.advance(9_000);
    await watch.look();
    expect(watch.staleSince).toBe(NINE + 60_000);
    progress.behind = 3;
    await watch.look();
    expect(watch.staleSince).toBeNull();
  });

  it('are stale where nobody can tell how far they are, which is logged once', async () => {
    const { watch, clock, lines, progress } = watched();
    progress.behind = new Error('no broker');
    for (let second = 0; second < 20; second += 2) {
      clock.advance(2_000);
      await watch.look();
    }
    expect(watch.staleSince).toBe(NINE);
    expect(lines).toHaveLength(1);
  });

  it('are stale while they are filled anew, however quickly', async () => {
    const { watch, progress } = watched();
    progress.rebuilding = [2];
    await watch.look();
    expect(watch.staleSince).toBe(NINE);
  });
});
