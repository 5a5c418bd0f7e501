import { setTimeout } from 'node:timers/promises';
import { describeWithKafka } from '../../../infra/local/kafka';
import { Program } from '../../../infra/local/platform';
import { plumbline } from '../../support/command-line';
import { NOTHING } from './checkers';
import { STEPS, dieAtEach, preload } from './dying';
import { openScene, type Scene } from './scene';

/** How often each process dies at each of its steps, and how often at random; `PLUMBLINE_KILLS_AT_RANDOM=100` for the long run. */
const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? '1');
const AT_RANDOM = Number(process.env['PLUMBLINE_KILLS_AT_RANDOM'] ?? '1');
const CHANGES = 2 * KILLS;
const NAMED = KILLS * Object.values(STEPS).flat().length;
const MINUTES = 60_000;

/** A moment that differs from run to run within a span; which it was does not matter to what is expected. */
const moment = (atMost: number): Promise<void> => setTimeout(Math.random() * atMost);

async function killAtRandom(program: Program): Promise<void> {
  for (let kill = 0; kill < AT_RANDOM; kill += 1) {
    await moment(1_500);
    await program.kill();
    await moment(500);
    await program.start();
  }
}

/** Side by side, because a group waits ten seconds for each that died, and because machines fail together. */
async function sideBySide(...deaths: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(deaths)) if (end.status === 'rejected') throw end.reason;
}

describeWithKafka('processes that die while records come in', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(2);
  }, 5 * MINUTES);
  beforeEach(() => {
    scene.ledger.begin();
  });
  afterAll(() => scene.close(), 2 * MINUTES);

  it(
    `lose, double, skip and reorder nothing, killed at ${String(NAMED)} named steps and ${String(5 * AT_RANDOM)} times at random`,
    async () => {
      const { ingest, projectors, api, alerts } = scene.platform;
      const [projector = ingest, other = ingest] = projectors;
      for (let cycle = 0; cycle < KILLS; cycle += 1) {
        await sideBySide(dieAtEach(ingest, STEPS.ingest), dieAtEach(projector, STEPS.projector), dieAtEach(alerts, STEPS.alerts));
      }
      await sideBySide(...[ingest, projector, other, api, alerts].map(killAtRandom));
      expect(await scene.settle()).toEqual(NOTHING);
      expect(scene.ledger.acknowledged.length).toBeGreaterThan(100);
      expect(await plumbline(scene.platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    (4 + 6 * KILLS + AT_RANDOM) * MINUTES,
  );

  it(
    `lose, double, skip and reorder nothing while ${String(CHANGES)} projectors are added and removed`,
    async () => {
      for (let cycle = 0; cycle < CHANGES; cycle += 1) {
        const added = await (await Program.on('projector', scene.platform.environment)).start();
        await moment(3_000);
        await (cycle % 2 === 0 ? added.stop() : added.kill());
        await moment(1_000);
      }
      expect(await scene.settle()).toEqual(NOTHING);
      expect(await plumbline(scene.platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    (4 + CHANGES) * MINUTES,
  );

  it(
    'are caught where ingest acknowledges before it appends',
    async () => {
      const { ingest } = scene.platform;
      await ingest.stop();
      const before = scene.ledger.acknowledged.length;
      await ingest.start(preload({ MISTAKE: 'acknowledge-first' }));
      while (scene.ledger.acknowledged.length === before) await setTimeout(5);
      await ingest.kill();
      await ingest.start();
      const { lost } = await scene.settle();
      const since = new Set(scene.ledger.acknowledged.slice(before).map(({ id }) => id));
      expect(lost.filter((id) => since.has(id)).length).toBeGreaterThan(0);
    },
    4 * MINUTES,
  );
});
