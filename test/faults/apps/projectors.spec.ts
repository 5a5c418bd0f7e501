import { sql, table } from '@plumbline/analytics-store';
import { setTimeout } from 'node:timers/promises';
import { describeWithKafka } from '../../../infra/local/kafka';
import { plumbline } from '../../support/command-line';
import { NOTHING } from './checkers';
import { openScene, type Scene } from './scene';

const MINUTES = 60_000;
/** A group misses a member after ten seconds. */
const LONGER_THAN_A_SESSION = 14_000;

describeWithKafka('a projector', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(2);
  }, 5 * MINUTES);
  afterAll(() => scene.close(), 2 * MINUTES);

  it(
    'that freezes is replaced while it stands still, and neither loses nor doubles anything when it wakes up in the middle of a round',
    async () => {
      const [frozen] = scene.platform.projectors;
      scene.ledger.begin();
      await setTimeout(1_000);
      frozen?.freeze();
      await setTimeout(LONGER_THAN_A_SESSION);
      // Everything that was acknowledged can be read: somebody else has its partitions.
      expect(await scene.settle()).toEqual(NOTHING);
      scene.ledger.begin();
      frozen?.thaw();
      await setTimeout(3_000);
      expect(await scene.settle()).toEqual(NOTHING);
      expect(frozen?.said).toContain('the group went on without this member');
      expect(frozen?.runs()).toBe(true);
      expect(await plumbline(scene.platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    6 * MINUTES,
  );

  it(
    'that cannot write for good ends with a failure and says why, so that whoever watches it starts it again',
    async () => {
      await scene.store.execute(sql`DROP TABLE ${table('events')} SYNC`);
      scene.ledger.begin();
      const ends = await Promise.all(scene.platform.projectors.map((projector) => projector.ended()));
      await scene.ledger.end();
      expect(ends).toEqual([1, 1]);
      for (const { said } of scene.platform.projectors) expect(said).toContain('analytics-store.failed');
    },
    3 * MINUTES,
  );
});
