import { isPassing, type AnalyticsStore } from '@plumbline/analytics-store';
import { setTimeout } from 'node:timers/promises';
import { changed } from '../../projecting/platform';
import { seeded, until } from '../log/child';
import { NO_DIFFERENCE } from '../log-and-table';
import type { Fate } from './faulty-proxy';
import { ProjectingScene } from './projecting-scene';

const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? '4');
const CUTS = 20;
const LATE = 25;
const NOTHING = { ...NO_DIFFERENCE, asCleanPass: true };

describe('a projector while ClickHouse fails', () => {
  let scene: ProjectingScene;
  const open = async (fate?: Fate): Promise<void> => {
    scene = await ProjectingScene.open(fate);
  };
  afterEach(() => scene.close(), 60_000);

  it(
    `loses, doubles and overlooks nothing over ${String(KILLS)} kills`,
    async () => {
      const random = seeded(20_261_125);
      await open();
      await scene.begin();
      for (let kill = 0; kill < KILLS; kill += 1) {
        await scene.isWriting();
        await setTimeout(random() * 200);
        await scene.kill();
      }
      await scene.isWriting();
      expect(await scene.settle()).toEqual(NOTHING);
      expect(scene.troubles).toContain('analytics-store.unreachable');
      if (KILLS > 20) process.stdout.write(`${String(KILLS)} kills, ${String(scene.appended)} records acknowledged, nothing found\n`);
    },
    120_000 + KILLS * 10_000,
  );

  it('waits while it is halted, for as long as that takes', async () => {
    await open();
    await scene.begin();
    for (const milliseconds of [500, 7_000]) {
      await scene.isWriting();
      await scene.halt(milliseconds);
    }
    expect(await scene.settle()).toEqual(NOTHING);
  }, 120_000);

  /** Of every tenth answer or so becomes what is said, until enough were disturbed, and those that have to be among them. */
  const disturbed = async (
    fate: 'is cut' | 'is late',
    times: number,
    change?: (store: AnalyticsStore) => AnalyticsStore,
    among: () => boolean = () => true,
  ): Promise<void> => {
    const random = seeded(20_261_125);
    let begun = false;
    await open((statement) => (begun && random() < (statement === 'insert' ? 0.08 : 0.02) ? fate : 'passes'));
    await scene.begin(change);
    begun = true;
    await until(() => scene.disturbances >= times && among(), `${String(times)} disturbed answers`, 60_000);
    begun = false;
  };

  it('goes on where answers are late', async () => {
    await disturbed('is late', LATE);
    expect(await scene.settle()).toEqual(NOTHING);
  }, 180_000);

  it('loses, doubles and overlooks nothing where answers are cut after the statement was carried out', async () => {
    await disturbed('is cut', CUTS);
    expect(await scene.settle()).toEqual(NOTHING);
    expect(scene.troubles).toContain('analytics-store.unreachable');
  }, 180_000);

  it('is caught where an insert whose answer was cut is sent again as a new one, and nothing is counted', async () => {
    const sentAgain = new Set<string>();
    // Rows of events are what the checker counts.
    await disturbed('is cut', CUTS, sendingAgain(sentAgain), () => sentAgain.has('events'));
    const { doubled, lost, unseen, asCleanPass } = await scene.settle();
    expect([lost, unseen, asCleanPass]).toEqual([[], [], false]);
    expect(doubled.length).toBeGreaterThan(0);
  }, 180_000);

  it('is caught where an insert that failed is taken for done', async () => {
    await open();
    await scene.begin(forgetting);
    await scene.isWriting();
    await scene.kill();
    const { unseen, lost, asCleanPass } = await scene.settle();
    expect([lost, asCleanPass]).toEqual([[], false]);
    expect(unseen.length).toBeGreaterThan(0);
  }, 120_000);
});

/** A client that repeats a failed insert by itself, each time under a token that ClickHouse has not seen, and notes into which table. */
const sendingAgain =
  (tables: Set<string>) =>
  (store: AnalyticsStore): AnalyticsStore =>
    changed(store, {
      async insert(name, rows, options) {
        for (let attempt = 1; ; attempt += 1) {
          try {
            await store.insert(name, rows, { ...options, token: `${options.token}:${String(attempt)}` });
            return;
          } catch (error) {
            if (!isPassing(error)) throw error;
            tables.add(name);
          }
        }
      },
    });

const forgetting = (store: AnalyticsStore): AnalyticsStore =>
  changed(store, {
    insert: (name, rows, options) =>
      store.insert(name, rows, options).catch((error: unknown) => {
        if (!isPassing(error)) throw error;
      }),
  });
